import { err, ok, type Result } from "#lib/result";
import { roleKeyOf } from "./config-role";
import { setKey, setNestedKey } from "./edit-section";
import { type MergedProfile, mergeProfiles } from "./merge-profiles";
import { listNames, type NamedProfile } from "./name-profiles";
import type { ConfigPlan } from "./plan-config";
import { eolOf, type Line } from "./read-lines";
import { findNestedValue, findValue, listProfileNames, readSections, type Section } from "./read-sections";
import { profileLines, START_URL, serviceLines, servicePairs, sessionLines, sessionPairs } from "./wanted-sections";

/** The session's name leads elsewhere in this file, by what `subject` says. */
export type MergeProblem = { readonly code: "session_taken"; readonly subject: string };

/** What was done to the file, by the names of profiles. */
export type MergeReport = {
  readonly added: readonly string[];
  readonly updated: readonly string[];
  readonly removed: readonly string[];
  /** Their role is gone, and they hold more than the portal wrote. */
  readonly left: readonly string[];
  /** Wanted under a name that somebody else's profile has in this file. */
  readonly renamed: readonly { readonly wanted: string; readonly name: string }[];
};

const find = (sections: readonly Section[], kind: Section["kind"], name: string) =>
  sections.find((section) => section.kind === kind && section.name === name);

/** What the session's name stands for in this file, where that is not this portal. */
function findForeignSession({ session, portal }: ConfigPlan, sections: readonly Section[]): string | null {
  const services = find(sections, "services", session);
  const ours = { sso: `${portal.url}/api/sso`, sso_oidc: `${portal.url}/api/sso-oidc` };
  const endpoints = Object.entries(ours).flatMap(([key, url]) => {
    const found = services === undefined ? null : findNestedValue(services, key, "endpoint_url");
    return found === null ? [] : [{ found, isOurs: found === url }];
  });
  if (endpoints.length > 0) return endpoints.find(({ isOurs }) => !isOurs)?.found ?? null;
  const own = find(sections, "sso-session", session);
  const startUrl = own === undefined ? null : findValue(own, "sso_start_url");
  return startUrl === null || startUrl === START_URL ? null : startUrl;
}

/** The session and its services as they are to be, where they are in the file. */
function mergeShared(plan: ConfigPlan, sections: readonly Section[], eol: string): readonly Section[] {
  const session = find(sections, "sso-session", plan.session);
  const services = find(sections, "services", plan.session);
  return sections.map((section) => {
    if (section === session)
      return sessionPairs(plan).reduce((one, [key, value]) => setKey(one, key, value, eol), section);
    if (section !== services) return section;
    return servicePairs(plan).reduce((one, [key, url]) => setNestedKey(one, key, "endpoint_url", url, eol), section);
  });
}

function findFreeName({ name, role }: NamedProfile, taken: ReadonlySet<string>): string {
  const free = listNames(name, role).find((one) => !taken.has(one));
  if (free !== undefined) return free;
  let number = 2;
  while (taken.has(`${name.slice(0, 120)}-${number}`)) number++;
  return `${name.slice(0, 120)}-${number}`;
}

/** Names for what is not in the file yet: the wanted one, unless another profile has it there. */
function nameAdded(plan: ConfigPlan, profiles: readonly MergedProfile[]) {
  const staying = profiles.filter(({ what }) => what !== "removed");
  const there = new Set(staying.map(({ roleKey }) => roleKey));
  const foreign = listProfileNames(staying.map(({ section }) => section));
  const taken = new Set([...foreign, ...plan.profiles.map(({ name }) => name)]);
  return plan.profiles
    .filter(({ role }) => !there.has(roleKeyOf(role)))
    .map((profile) => {
      const name = foreign.has(profile.name) ? findFreeName(profile, taken) : profile.name;
      taken.add(name);
      return { ...profile, name, wanted: profile.name };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

const isBlankAtEnd = (lines: readonly Line[]) => lines.length === 0 || lines.at(-1)?.kind === "blank";

/** The lines of all that stays. What separated a removed profile from the next goes with it. */
function joinLines(profiles: readonly MergedProfile[]): readonly Line[] {
  const lines: Line[] = [];
  for (const { section, what } of profiles) {
    if (what !== "removed") {
      for (const line of section.lines) lines.push(line);
      continue;
    }
    const last = section.lines.findLastIndex(({ kind }) => kind === "header" || kind === "key");
    const rest = section.lines.slice(last + 1);
    for (const line of isBlankAtEnd(lines) && rest[0]?.kind === "blank" ? rest.slice(1) : rest) lines.push(line);
  }
  const hasGap = profiles.at(-1)?.what === "removed" && lines.length > 0 && isBlankAtEnd(lines);
  return hasGap ? lines.slice(0, -1) : lines;
}

function append(lines: readonly Line[], added: readonly (readonly string[])[], eol: string): string {
  const last = lines.at(-1);
  const kept = lines.map(({ text, eol: own }) => text + own).join("");
  const texts = added.map((section) => section.map((text) => text + eol).join(""));
  if (texts.length === 0) return kept;
  const end = last?.eol === "" ? eol : "";
  const gap = isBlankAtEnd(lines) ? "" : eol;
  return kept + end + gap + texts.join(eol);
}

/**
 * Brings the portal's part of a file up to date. Whatever else is in it stays as it is: other sections, comments, order, line ends,
 * further keys of our own profiles. Profiles of roles that are held stay under the name that they have; those of roles that are gone
 * are removed, unless something was added to them. Merging again changes nothing.
 */
export function mergeConfig(
  file: string,
  plan: ConfigPlan,
): Result<{ readonly text: string; readonly report: MergeReport }, MergeProblem> {
  const eol = eolOf(file);
  const sections = readSections(file);
  const foreign = findForeignSession(plan, sections);
  if (foreign !== null) return err({ code: "session_taken", subject: foreign });
  const profiles = mergeProfiles(plan, mergeShared(plan, sections, eol), eol);
  const added = nameAdded(plan, profiles);
  const text = append(
    joinLines(profiles),
    [
      ...(find(sections, "sso-session", plan.session) === undefined ? [sessionLines(plan)] : []),
      ...(find(sections, "services", plan.session) === undefined ? [serviceLines(plan)] : []),
      ...added.map((profile) => profileLines(plan, profile)),
    ],
    eol,
  );
  return ok({ text, report: reportOf(profiles, added) });
}

function reportOf(
  profiles: readonly MergedProfile[],
  added: readonly (NamedProfile & { readonly wanted: string })[],
): MergeReport {
  const namesOf = (what: MergedProfile["what"]) =>
    profiles.filter((one) => one.what === what).map(({ section }) => section.name);
  const renamed = added.filter(({ name, wanted }) => name !== wanted).map(({ name, wanted }) => ({ wanted, name }));
  return {
    added: added.map(({ name }) => name),
    updated: namesOf("updated"),
    removed: namesOf("removed"),
    left: namesOf("left"),
    renamed,
  };
}
