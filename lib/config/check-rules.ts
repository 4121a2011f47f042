import { bareRoleName } from "#lib/aws/arn";
import { didYouMean } from "#lib/nearest";
import type { Outline, OutlineAccount } from "./outline";
import type { ConfigPath, Finding } from "./problem";

type Names = {
  readonly accounts: ReadonlyMap<string, ReadonlySet<string>>;
  readonly accountNames: readonly string[];
};

function roleKeys({ roles }: OutlineAccount): ReadonlySet<string> {
  return new Set(roles.flatMap(({ name }) => (name === undefined ? [] : [name, bareRoleName(name)])));
}

function collectNames({ accounts }: Outline["access"]): Names {
  const byKey = new Map<string, ReadonlySet<string>>();
  for (const account of accounts) {
    const keys = roleKeys(account);
    for (const key of [account.name, account.id]) if (key !== undefined) byKey.set(key, keys);
  }
  return {
    accounts: byKey,
    accountNames: accounts.flatMap(({ name }) => name ?? []),
  };
}

const PLACEHOLDERS = ["{account}", "{role}"] as const;
const isExact = (text: string) => !/[*={}]/.test(text);

function describePlaceholders(account: string, role: string, group: string | undefined): string | null {
  for (const [placeholder, own, other] of [
    ["{account}", account, role],
    ["{role}", role, account],
  ] as const) {
    if (other.includes(placeholder) || (own.includes(placeholder) && own !== placeholder)) {
      return `has ${placeholder} in a place where it has no meaning; write {account}/{role}, or one of them beside a name`;
    }
    if (own === placeholder && !group?.includes(placeholder)) {
      return `uses ${placeholder}, which this rule's group does not have; write it into group, for example group: "aws-{account}-{role}"`;
    }
  }
  return null;
}

function describeExactNames(account: string, role: string, names: Names): string | null {
  const own = names.accounts.get(account);
  if (isExact(account) && own === undefined) {
    return `${JSON.stringify(account)} is not the id or name of an account${didYouMean(account, names.accountNames)}`;
  }
  // A pattern over accounts may wait for a role that none of them has yet.
  if (own === undefined || !isExact(role) || own.has(role)) return null;
  return `${JSON.stringify(role)} is not a role of account ${JSON.stringify(account)}${didYouMean(role, own)}`;
}

function describePattern(pattern: string, group: string | undefined, names: Names): string | null {
  const slash = pattern.indexOf("/");
  if (slash < 1 || slash === pattern.length - 1)
    return 'needs to be "account/role", for example payments-prod/Developer or */ReadOnly';
  const account = pattern.slice(0, slash);
  const role = pattern.slice(slash + 1);
  if (account.includes("=") && !account.split(",").every((label) => /^[^=*]+=[^=*]*$/.test(label))) {
    return "has labels that cannot be read; write env=prod/Role, or env=prod,team=payments/Role";
  }
  return describePlaceholders(account, role, group) ?? describeExactNames(account, role, names);
}

function describeGroup(group: string): string | null {
  for (const placeholder of PLACEHOLDERS) {
    if (group.split(placeholder).length > 2) return `has ${placeholder} twice; there is no telling which part is meant`;
  }
  return null;
}

/** Rules: identity providers, accounts and roles that they name and that are not there, and templates that cannot match. */
export function checkRules(outline: Outline): Finding[] {
  const names = collectNames(outline.access);
  const ids = outline.identityProviders.flatMap(({ id }) => id ?? []);
  return outline.access.rules.flatMap(({ group, idp, roles }, index) => {
    const findings: Finding[] = [];
    const add = (path: ConfigPath, message: string | null) => {
      if (message !== null) findings.push({ path: ["access", "rules", index, ...path], message });
    };
    if (idp !== undefined && !ids.includes(idp)) {
      add(["idp"], `${JSON.stringify(idp)} is not the id of an identity provider${didYouMean(idp, ids)}`);
    }
    if (group !== undefined) add(["group"], describeGroup(group));
    for (const [place, pattern] of roles.entries()) add(["roles", place], describePattern(pattern, group, names));
    return findings;
  });
}
