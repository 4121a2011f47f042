import { fingerprint, toProfileName } from "#lib/aws/profile-name";
import { type ConfigRole, roleKeyOf } from "./config-role";
import type { NameTemplate } from "./name-template";

export type Letters = "as-is" | "lower";

export type NamedProfile = { readonly name: string; readonly role: ConfigRole };

const MAX_LENGTH = 128;

/** Names that mean something to AWS's tools. */
const RESERVED = new Set(["default"]);

const withSuffix = (name: string, suffix: string) => `${name.slice(0, MAX_LENGTH - suffix.length - 1)}-${suffix}`;

/** What a role's profile is called, from what the template says to what no other can be called. */
export function listNames(wanted: string, role: ConfigRole): readonly string[] {
  const names = [wanted, withSuffix(wanted, role.accountId), withSuffix(wanted, fingerprint(roleKeyOf(role)))];
  return RESERVED.has(wanted) ? names.slice(1) : names;
}

function countNames(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/**
 * A name of `[A-Za-z0-9._-]` for each role, no two alike. Roles that the template calls the same all get their account's id, and
 * where that does not tell them apart a fingerprint: which is first in a list never decides. `toldApart` counts those.
 */
export function nameProfiles(
  roles: readonly ConfigRole[],
  template: NameTemplate,
  letters: Letters,
): { readonly profiles: readonly NamedProfile[]; readonly toldApart: number } {
  const choices = roles.map((role) => {
    const name = toProfileName(template(role));
    return listNames(letters === "lower" ? name.toLowerCase() : name, role);
  });
  const levels = new Uint8Array(roles.length);
  const nameAt = (at: number) => choices[at]?.[levels[at] ?? 0] ?? "";
  for (let round = 0; round < 8; round++) {
    const counts = countNames(choices.map((_, at) => nameAt(at)));
    const alike = choices.map((_, at) => (counts.get(nameAt(at)) ?? 0) > 1);
    if (!alike.includes(true)) break;
    for (const [at, isAlike] of alike.entries()) {
      if (isAlike) levels[at] = Math.min((levels[at] ?? 0) + 1, (choices[at]?.length ?? 1) - 1);
    }
  }
  const toldApart = levels.reduce((sum, level) => sum + (level > 0 ? 1 : 0), 0);
  return { profiles: sortByName(roles.map((role, at) => ({ name: nameAt(at), role }))), toldApart };
}

/** By code unit: the same on every machine. */
function sortByName(profiles: readonly NamedProfile[]): readonly NamedProfile[] {
  return [...profiles].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
