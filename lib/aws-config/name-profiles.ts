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
  const plain = roles.map((role) => {
    const name = toProfileName(template(role));
    return letters === "lower" ? name.toLowerCase() : name;
  });
  const levels = new Uint8Array(roles.length);
  let names: readonly string[] = roles.map((role, at) => nameAtLevel(plain[at] ?? "", role, 0));
  for (let round = 0; round < 8; round++) {
    const counts = countNames(names);
    const alike = names.map((name) => (counts.get(name) ?? 0) > 1);
    if (!alike.includes(true)) break;
    names = roles.map((role, at) => {
      if (alike[at] !== true) return names[at] ?? "";
      levels[at] = (levels[at] ?? 0) + 1;
      return nameAtLevel(plain[at] ?? "", role, levels[at]);
    });
  }
  const toldApart = levels.reduce((sum, level) => sum + (level > 0 ? 1 : 0), 0);
  return { profiles: sortByName(roles.map((role, at) => ({ name: names[at] ?? "", role }))), toldApart };
}

/** Most names are right at once: the longer ones are not even made. */
function nameAtLevel(wanted: string, role: ConfigRole, level: number): string {
  if (level === 0 && !RESERVED.has(wanted)) return wanted;
  const names = listNames(wanted, role);
  return names[Math.min(level, names.length - 1)] ?? wanted;
}

/** By code unit: the same on every machine. */
function sortByName(profiles: readonly NamedProfile[]): readonly NamedProfile[] {
  return [...profiles].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
