import type { GroupsProblem } from "#lib/identity";
import { type Claims, findClaim } from "./claim-value";

export type Groups = { readonly groups: readonly string[]; readonly groupsProblem: GroupsProblem | null };

const none = (groupsProblem: GroupsProblem): Groups => ({ groups: [], groupsProblem });

/**
 * Whether a link stands in for the groups: a distributed claim (OpenID Connect Core 1.0, 5.6.2), or Entra's `hasgroups`
 * (Microsoft identity platform, "Groups overage claim").
 */
function isOverage(claims: Claims, name: string): boolean {
  const names = findClaim(claims, "_claim_names");
  const isNamed = typeof names === "object" && names !== null && Object.hasOwn(names, name);
  return isNamed || (name === "groups" && (claims.hasgroups === true || claims.hasgroups === "true"));
}

function splitGroups(value: string, separator: string | undefined): string[] {
  return (separator === undefined ? [value] : value.split(separator)).filter((group) => group !== "");
}

/**
 * The groups in one set of claims, in whatever shape they came: a list, one bare text, texts joined by the configured
 * separator. Texts are kept exactly: trimming or folding could make one group into another. A list with anything but texts in it
 * is refused whole, since part of an answer that is not understood is no answer.
 */
export function readGroups(claims: Claims, name: string, separator: string | undefined): Groups {
  const value = findClaim(claims, name);
  if (value === undefined) return none(isOverage(claims, name) ? "groups_overage" : "groups_missing");
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  const groups = new Set<string>();
  for (const item of values) {
    if (typeof item !== "string") return none("groups_malformed");
    for (const group of splitGroups(item, separator)) groups.add(group);
  }
  return { groups: [...groups], groupsProblem: null };
}
