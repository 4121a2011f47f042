import type { Directory } from "../directory/directory";
import type { AccountRole, Environment, RoleItem, RoleView } from "../role-view";

/** One thing that roles may have in common. Of a kind and name, one value at a time is asked for. */
export type Facet = (
  | { readonly kind: "environment"; readonly name: ""; readonly value: string; readonly environment: Environment }
  | { readonly kind: "label"; readonly name: string; readonly value: string }
  | { readonly kind: "via"; readonly name: ""; readonly value: RoleItem["via"] }
) & {
  /** How many roles have it. */
  readonly count: number;
};

export const sameKind = (one: Facet, other: Facet): boolean => one.kind === other.kind && one.name === other.name;
export const sameFacet = (one: Facet, other: Facet): boolean => sameKind(one, other) && one.value === other.value;

/** Whether a role has all of them. */
export function hasFacets({ account, role }: AccountRole, facets: readonly Facet[]): boolean {
  return facets.every((facet) => {
    if (facet.kind === "via") return role.via === facet.value;
    if (facet.kind === "environment") return account.environment?.name === facet.value;
    return Object.hasOwn(account.labels, facet.name) && account.labels[facet.name] === facet.value;
  });
}

/** With this one, in the place of another of its kind and name; without it, when it was there. */
export function toggleFacet(facets: readonly Facet[], facet: Facet): readonly Facet[] {
  if (facets.some((one) => sameFacet(one, facet))) return facets.filter((one) => !sameFacet(one, facet));
  return [...facets.filter((one) => !sameKind(one, facet)), facet];
}

/** The environments with how many roles are in each, the most serious first as the colours go. */
export function listEnvironments({ accounts }: Directory): readonly Facet[] {
  const counts = new Map<string, { environment: Environment; count: number }>();
  for (const { environment, roles } of accounts) {
    if (environment === null) continue;
    const known = counts.get(environment.name);
    counts.set(environment.name, { environment, count: (known?.count ?? 0) + roles.length });
  }
  return [...counts.values()]
    .sort((one, other) => seriousness(one.environment) - seriousness(other.environment) || other.count - one.count)
    .map(({ environment, count }) => ({ kind: "environment", name: "", value: environment.name, environment, count }));
}

const TONES = ["red", "orange", "amber", "teal", "green", "violet", "blue", "grey"] as const;
const seriousness = ({ tone }: Environment) => TONES.indexOf(tone);

/** More of one name are hardly chosen from a list; the search finds them all the same. */
const MAX_VALUES = 100;

/** The labels of the accounts, by name, the most frequent value first; then the paths. */
export function listFacets(directory: Directory): readonly Facet[] {
  return [...listLabels(directory.accounts), ...listPaths(directory.roles)];
}

function listLabels(accounts: readonly RoleView[]): readonly Facet[] {
  const names = new Map<string, Map<string, number>>();
  for (const { labels, roles } of accounts) {
    for (const [name, value] of Object.entries(labels)) {
      const values = names.get(name) ?? new Map<string, number>();
      names.set(name, values.set(value, (values.get(value) ?? 0) + roles.length));
    }
  }
  return [...names]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([name, values]) =>
      [...values]
        .sort(([, one], [, other]) => other - one)
        .slice(0, MAX_VALUES)
        .map(([value, count]) => ({ kind: "label" as const, name, value, count })),
    );
}

function listPaths(roles: readonly AccountRole[]): readonly Facet[] {
  const counts = new Map<RoleItem["via"], number>();
  for (const { role } of roles) counts.set(role.via, (counts.get(role.via) ?? 0) + 1);
  if (counts.size < 2) return [];
  return [...counts].map(([value, count]) => ({ kind: "via", name: "", value, count }));
}
