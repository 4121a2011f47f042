import { parseSessionTags, type SessionTagProblem } from "#lib/aws/session-tags";
import { didYouMean } from "#lib/nearest";
import { parseDuration } from "./durations";
import type { Outline, OutlineRole } from "./outline";
import type { ConfigPath, Finding } from "./problem";

const PLACEHOLDERS = ["email", "subject", "name", "idp", "groups"] as const;
const KNOWN = "{email}, {subject}, {name}, {idp}, {groups} and {claims.NAME}";

function describeTemplate(template: string): string | null {
  for (const [, inner = ""] of template.matchAll(/\{([^{}]*)\}/g)) {
    if (PLACEHOLDERS.some((name) => name === inner) || /^claims\../.test(inner)) continue;
    const suggestion = didYouMean(inner, PLACEHOLDERS);
    return `{${inner}} is not a placeholder${suggestion || `; known are ${KNOWN}`}`;
  }
  if (!/[{}]/.test(template.replace(/\{[^{}]*\}/g, ""))) return null;
  return `has a brace without its partner; placeholders are ${KNOWN}`;
}

function checkTemplates(role: OutlineRole, path: ConfigPath): Finding[] {
  const templates: [ConfigPath, string | undefined][] = [
    [[...path, "sessionName"], role.sessionName],
    [[...path, "sourceIdentity"], role.sourceIdentity],
    ...Object.entries(role.tags).map(([key, value]): [ConfigPath, string] => [[...path, "tags", key], value]),
  ];
  return templates.flatMap(([where, template]) => {
    const message = template === undefined ? null : describeTemplate(template);
    return message === null ? [] : [{ path: where, message }];
  });
}

const TAG_WORDS: Readonly<Record<SessionTagProblem, string>> = {
  too_many: "is the 51st tag; AWS takes 50",
  key_length: "needs to be 1 to 128 characters",
  key_characters:
    "has a character that AWS does not take in a tag key; letters, digits, spaces and _ . : / = + - @ are",
  key_reserved: "starts with aws:, which AWS keeps for itself",
  key_repeated: "differs from another tag in case only; to AWS they are the same key",
  value_length: "needs a value of at most 256 characters",
  value_characters: "has a character in its value that AWS does not take",
};

function checkTagKeys(role: OutlineRole, path: ConfigPath): Finding[] {
  // Values are templates: only their keys are known before somebody asks.
  const findings: Finding[] = [];
  const kept: Record<string, string> = {};
  for (const key of Object.keys(role.tags)) {
    const parsed = parseSessionTags({ ...kept, [key]: "" });
    if (parsed.ok) kept[key] = "";
    else findings.push({ path: [...path, "tags", key], message: TAG_WORDS[parsed.error.reason] });
  }
  const missing = role.transitiveTags.flatMap((key, index) => (Object.hasOwn(role.tags, key) ? [] : [{ key, index }]));
  for (const { key, index } of missing) {
    const message = `${JSON.stringify(key)} is not one of this role's tags${didYouMean(key, Object.keys(role.tags))}`;
    findings.push({ path: [...path, "transitiveTags", index], message });
  }
  return findings;
}

// A brace without its partner is reported as such.
const placeholders = /\{[^{}]*\}|[{}]/g;

/** What stands in a template literally is in every value: AWS's rules for it are known before anybody asks. */
function checkLiterals(role: OutlineRole, path: ConfigPath): Finding[] {
  const tags = Object.entries(role.tags).flatMap(([key, template]) => {
    const parsed = parseSessionTags({ tag: template.replace(placeholders, "") });
    return parsed.ok ? [] : [{ path: [...path, "tags", key], message: TAG_WORDS[parsed.error.reason] }];
  });
  const source = role.sourceIdentity?.replace(placeholders, "") ?? "";
  if (/^[\w+=,.@-]{0,64}$/.test(source)) return tags;
  const message = "takes letters, digits and + = , . @ - _ only, 64 in all; AWS refuses anything else";
  return [...tags, { path: [...path, "sourceIdentity"], message }];
}

function checkDurations(role: OutlineRole, path: ConfigPath): Finding[] {
  const wanted = parseDuration(role.defaultDuration ?? "");
  const max = parseDuration(role.maxDuration ?? "");
  if (wanted === null || max === null || wanted <= max) return [];
  const message = `is longer than maxDuration (${role.maxDuration}); lower it, or raise maxDuration if the role in IAM allows it`;
  return [{ path: [...path, "defaultDuration"], message }];
}

/** What a role's sessions carry: placeholders, tag keys, and durations that fit each other. */
export function checkRoleSessions(outline: Outline): Finding[] {
  return outline.access.accounts.flatMap(({ roles }, account) =>
    roles.flatMap((role, index) => {
      const path = ["access", "accounts", account, "roles", index];
      return [checkTemplates, checkTagKeys, checkLiterals, checkDurations].flatMap((check) => check(role, path));
    }),
  );
}
