import type { PrincipalKind, Principals, Statement } from "./policy";
import type { Caller } from "./request";

/**
 * Whether a statement is about the caller. A Deny with NotPrincipal spares an AWS caller only when its account is named
 * too: IAM looks at the account first, then at who is in it. IAM User Guide, reference_policies_elements_notprincipal.
 */
export function matchesStatementPrincipals(statement: Statement, caller: Caller): boolean {
  if (!statement.exceptPrincipals) return matchesPrincipals(statement.principals, caller);
  if (statement.effect === "Deny" && caller.kind === "AWS") return !isSpared(statement.principals.AWS ?? [], caller);
  return !matchesPrincipals(statement.principals, caller);
}

function isSpared(names: readonly string[], caller: Caller & { kind: "AWS" }): boolean {
  const isAccountNamed = names.some((name) => accountOf(name) === caller.accountId);
  return isAccountNamed && names.some((name) => caller.arns.includes(name));
}

/** Whether any of the names means the caller. IAM User Guide, reference_policies_elements_principal. */
export function matchesPrincipals(principals: Principals, caller: Caller): boolean {
  return (principals[caller.kind] ?? []).some((name) => MATCHERS[caller.kind](name, caller));
}

const MATCHERS: Readonly<Record<PrincipalKind, (name: string, caller: Caller) => boolean>> = {
  // A federated caller is matched by its provider alone; `AWS: "*"` does not mean it.
  Federated: (name, caller) => caller.kind === "Federated" && name === caller.providerArn,
  Service: (name, caller) => caller.kind === "Service" && name === caller.service,
  AWS: (name, caller) =>
    caller.kind === "AWS" && (name === "*" || caller.arns.includes(name) || accountOf(name) === caller.accountId),
};

/** An account stands for everyone in it: `111111111111` and `arn:aws:iam::111111111111:root` are the same. */
function accountOf(name: string): string | null {
  return /^(?:arn:[a-z-]+:iam::)?(\d{12})(?::root)?$/.exec(name)?.[1] ?? null;
}

/** What the caller is called in a policy, for an explanation. */
export function namesOf(caller: Caller): readonly string[] {
  if (caller.kind === "Federated") return [caller.providerArn];
  return caller.kind === "Service" ? [caller.service] : caller.arns;
}

/** The names by which a policy best means the caller: a role or user before its session, a session before a unique id. */
export function listOwnNames(caller: Caller): readonly string[] {
  if (caller.kind !== "AWS") return namesOf(caller);
  const own = caller.arns.filter((arn) => /:iam::\d{12}:(?:role|user)\//.test(arn));
  return [...own, ...caller.arns.filter((arn) => !own.includes(arn))];
}
