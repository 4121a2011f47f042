import type { RuleConfig } from "#lib/config/access-schema";
import { isKnownPlaceholder, listPlaceholders } from "./claims-template";
import type { DeclaredAccess, DeclaredAccount, DeclaredRole } from "./declared-access";
import { isGroupTemplate, parseGroupTemplate } from "./group-template";
import { parseRolePattern } from "./role-pattern";

export type AccessProblem = { readonly path: string; readonly message: string };

/**
 * Mistakes that the schema cannot see, because they lie between two values: placeholders that nothing fills or nobody uses,
 * patterns that can mean nothing, names that mean two things. Each with the path in the document and what to write
 * instead. Such a rule gives nobody anything.
 */
export function checkTemplates(access: DeclaredAccess): AccessProblem[] {
  return [
    ...checkAccountKeys(access.accounts),
    ...access.accounts.flatMap((account, a) =>
      account.roles.flatMap((role, r) => checkRole(role, `access.accounts[${a}].roles[${r}]`)),
    ),
    ...access.rules.flatMap((rule, at) => checkRule(rule, `access.rules[${at}]`)),
  ];
}

function checkAccountKeys(accounts: readonly DeclaredAccount[]): AccessProblem[] {
  const ids = new Set(accounts.map((account) => account.id));
  const seen = new Map<string, string>();
  const problems: AccessProblem[] = [];
  for (const [at, { id, name }] of accounts.entries()) {
    const path = `access.accounts[${at}].name`;
    const other = seen.get(name);
    if (other !== undefined && other !== id) {
      problems.push({ path, message: `is also the name of account ${other}; rules could not tell them apart` });
    }
    if (name !== id && ids.has(name)) problems.push({ path, message: "is the id of another account; choose a name" });
    seen.set(name, id);
  }
  return problems;
}

function checkRole(role: DeclaredRole, path: string): AccessProblem[] {
  const templates: [string, string | undefined][] = [
    ["sessionName", role.sessionName],
    ["sourceIdentity", role.sourceIdentity],
    ...Object.entries(role.tags).map(([key, value]): [string, string] => [`tags.${key}`, value]),
  ];
  const problems = templates.flatMap(([key, template = ""]) =>
    listPlaceholders(template)
      .filter((placeholder) => !isKnownPlaceholder(placeholder))
      .map((placeholder) => ({
        path: `${path}.${key}`,
        message: `{${placeholder}} is not known; use {email}, {subject}, {name}, {idp}, {groups} or {claims.NAME}`,
      })),
  );
  const keys = new Set(Object.keys(role.tags).map((key) => key.toLowerCase()));
  const untagged = role.transitiveTags.flatMap((key, at) =>
    keys.has(key.toLowerCase())
      ? []
      : [
          {
            path: `${path}.transitiveTags[${at}]`,
            message: `${key} is not among the tags of this role; add it to tags`,
          },
        ],
  );
  const slashed = role.name.startsWith("/")
    ? [{ path: `${path}.name`, message: "needs no slash in front; write path/Name" }]
    : [];
  return [...slashed, ...problems, ...untagged];
}

const PLACEHOLDERS = ["account", "role"] as const;

function checkRule(rule: RuleConfig, path: string): AccessProblem[] {
  const offered = new Set<string>();
  const problems: AccessProblem[] = [];
  if (rule.group !== undefined && isGroupTemplate(rule.group)) {
    if (parseGroupTemplate(rule.group) === null) {
      problems.push({
        path: `${path}.group`,
        message: "holds a placeholder twice; write {account} and {role} once each",
      });
    }
    for (const name of PLACEHOLDERS) if (rule.group.includes(`{${name}}`)) offered.add(name);
  }
  if (rule.group === undefined && rule.groups === undefined && Object.keys(rule.claims ?? {}).length === 0) {
    problems.push({ path, message: "needs one of group, groups or claims with a name in it" });
  }
  for (const [at, group] of (rule.groups ?? []).entries()) {
    if (!isGroupTemplate(group)) continue;
    problems.push({ path: `${path}.groups[${at}]`, message: "is taken literally here; write a template as group" });
  }
  return [...problems, ...checkPatterns(rule, offered, path)];
}

function checkPatterns(rule: RuleConfig, offered: ReadonlySet<string>, path: string): AccessProblem[] {
  const problems: AccessProblem[] = [];
  const used = new Set<string>();
  for (const [at, text] of rule.roles.entries()) {
    const pattern = parseRolePattern(text);
    const place = `${path}.roles[${at}]`;
    if (pattern === null) {
      problems.push({
        path: place,
        message: "needs to be account/role; {account} and {role} stand alone on their side",
      });
      continue;
    }
    for (const name of PLACEHOLDERS) {
      if (pattern[name].kind !== "placeholder") continue;
      used.add(name);
      if (!offered.has(name)) problems.push({ path: place, message: `uses {${name}}, which group does not hold` });
    }
  }
  const idle = [...offered].filter((name) => !used.has(name) && problems.length === 0);
  return [
    ...problems,
    ...idle.map((name) => ({ path: `${path}.group`, message: `holds {${name}}, which no entry of roles uses` })),
  ];
}
