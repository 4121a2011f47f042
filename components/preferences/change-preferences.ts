import type { Preferences, RolePreference, ViewPreference } from "./preferences";

export type RoleKey = { readonly accountId: string; readonly roleName: string };

/** What a person can change, one thing at a time. */
export type Change =
  | { readonly kind: "role"; readonly role: RoleKey; readonly isFavourite: boolean }
  | { readonly kind: "role"; readonly role: RoleKey; readonly alias: string | null }
  | { readonly kind: "favourites"; readonly roles: readonly RoleKey[] }
  | { readonly kind: "view"; readonly view: Partial<ViewPreference> };

export const keyOf = ({ accountId, roleName }: RoleKey): string => `${accountId}/${roleName}`;

const UNKNOWN = { position: null, alias: null, score: 0, lastUsedAt: null, last: null } as const;

/** The favourites in their order. */
export function listFavourites(roles: readonly RolePreference[]): readonly RolePreference[] {
  return roles
    .filter(({ position }) => position !== null)
    .sort((one, other) => (one.position ?? 0) - (other.position ?? 0));
}

/** What the portal's answer will be, so that nobody waits for it. A new favourite comes last. */
export function changePreferences({ roles, view }: Preferences, change: Change): Preferences {
  if (change.kind === "view") return { roles, view: { ...view, ...change.view } };
  if (change.kind === "favourites") return { roles: reorderRoles(roles, change.roles), view };
  const key = keyOf(change.role);
  const before = roles.find((role) => keyOf(role) === key) ?? { ...UNKNOWN, ...change.role };
  const after =
    "alias" in change
      ? { ...before, alias: change.alias }
      : { ...before, position: change.isFavourite ? (before.position ?? nextPosition(roles)) : null };
  return { roles: [...roles.filter((role) => keyOf(role) !== key), after], view };
}

const nextPosition = (roles: readonly RolePreference[]) =>
  roles.reduce((next, { position }) => Math.max(next, (position ?? -1) + 1), 0);

/** Those that are not named come after those that are. */
function reorderRoles(roles: readonly RolePreference[], order: readonly RoleKey[]): readonly RolePreference[] {
  const places = new Map(order.map((role, place) => [keyOf(role), place]));
  const placeOf = ({ position, ...role }: RolePreference) =>
    position === null ? null : (places.get(keyOf(role)) ?? order.length + position);
  return roles.map((role) => ({ ...role, position: placeOf(role) }));
}
