import type { PrincipalKind, Principals } from "./policy";
import type { Caller } from "./request";

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
