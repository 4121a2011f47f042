import { roleKeyOf } from "./config-role";
import { addNote, dropNote, setKey } from "./edit-section";
import type { NamedProfile } from "./name-profiles";
import type { ConfigPlan } from "./plan-config";
import { findValue, type Section } from "./read-sections";
import { PROFILE_KEYS, profilePairs } from "./wanted-sections";

/** Stands in a profile whose role is gone and that holds more than the portal wrote. */
export const GONE_NOTE = "# This role is not yours any more. The profile stays for what you added to it.";

/** The role that a profile of ours is for; null for everything that is somebody else's. */
export function ownRoleOf(plan: ConfigPlan, section: Section): string | null {
  if (section.kind !== "profile" || findValue(section, "sso_session") !== plan.session) return null;
  const accountId = findValue(section, "sso_account_id");
  const roleName = findValue(section, "sso_role_name");
  return accountId === null || roleName === null ? null : roleKeyOf({ accountId, roleName });
}

/** Of the profiles for one role, the one with the wanted name is kept up to date, else the first; the others are the person's. */
function findKept(plan: ConfigPlan, sections: readonly Section[]): ReadonlyMap<Section, NamedProfile> {
  const wanted = new Map(plan.profiles.map((profile) => [roleKeyOf(profile.role), profile]));
  const first = new Map<string, Section>();
  for (const section of sections) {
    const key = ownRoleOf(plan, section);
    if (key === null) continue;
    const before = first.get(key);
    const isBetter = section.name === wanted.get(key)?.name && before?.name !== section.name;
    if (before === undefined || isBetter) first.set(key, section);
  }
  return new Map(
    [...first].flatMap(([key, section]) => {
      const profile = wanted.get(key);
      return profile === undefined ? [] : [[section, profile] as const];
    }),
  );
}

function isOnlyOurs({ lines }: Section): boolean {
  const last = lines.findLastIndex(({ kind }) => kind !== "blank" && kind !== "comment");
  return lines
    .slice(1, last + 1)
    .every((line) => (line.kind === "key" ? PROFILE_KEYS.has(line.name) : line.text === GONE_NOTE));
}

export type MergedProfile = {
  readonly section: Section;
  readonly what: "foreign" | "same" | "updated" | "removed" | "left";
  /** The role that the section gives, which needs no further profile. */
  readonly roleKey: string | null;
};

/** What becomes of each section that may be a profile of ours; `left`: the role is gone, the section stays. */
export function mergeProfiles(plan: ConfigPlan, sections: readonly Section[], eol: string): readonly MergedProfile[] {
  const kept = findKept(plan, sections);
  return sections.map((section) => {
    const roleKey = ownRoleOf(plan, section);
    if (roleKey === null) return { section, what: "foreign", roleKey };
    if (!plan.held.has(roleKey)) {
      if (isOnlyOurs(section)) return { section, what: "removed", roleKey };
      return { section: addNote(section, GONE_NOTE, eol), what: "left", roleKey };
    }
    const profile = kept.get(section);
    const noted = dropNote(section, GONE_NOTE);
    if (profile === undefined) return { section: noted, what: noted === section ? "same" : "updated", roleKey };
    const merged = profilePairs(plan, profile).reduce((one, [name, value]) => setKey(one, name, value, eol), noted);
    return { section: merged, what: merged === section ? "same" : "updated", roleKey };
  });
}
