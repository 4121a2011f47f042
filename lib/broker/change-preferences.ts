import "server-only";
import { z } from "zod";
import {
  findRolePreferences,
  type StoredRolePreference,
  saveFavouriteOrder,
  saveRolePreference,
} from "#lib/db/role-preferences";
import { saveViewPreference } from "#lib/db/view-preferences";
import type { Caller } from "#lib/identity";
import { err, ok, type Result } from "#lib/result";
import { heldOf, holdsRole } from "./held-roles";
import { parseOwnName } from "./own-name";
import { PLAIN_TEXT } from "./plain-text";
import { currentPortal } from "./portal";

const MAX_FAVOURITES = 200;
const MAX_NAMES = 500;
const MAX_COLLAPSED = 2000;

const accountId = z.string().regex(/^\d{12}$/);
const role = { accountId, roleName: z.string().min(1).max(600).regex(PLAIN_TEXT) };

/** The body of PUT /api/preferences/role: one thing about one role. */
export const rolePreferenceChange = z.union([
  z.strictObject({ ...role, isFavourite: z.boolean() }),
  z.strictObject({ ...role, alias: z.string().max(1000).nullable() }),
]);

/** The body of PUT /api/preferences/favourites: all that the person sees, in the order that they want. */
export const favouriteOrder = z.strictObject({ roles: z.array(z.strictObject(role)).max(MAX_FAVOURITES) });

/** The body of PUT /api/preferences/view. */
export const viewChange = z.strictObject({
  grouping: z.enum(["account", "flat"]).exactOptional(),
  collapsed: z.array(accountId).max(MAX_COLLAPSED).exactOptional(),
  welcomed: z.boolean().exactOptional(),
});

export type PreferenceRefusal = {
  readonly code: "role_not_granted" | "favourites_full" | "own_names_full" | "own_name_invalid";
};
type Changed = Result<null, PreferenceRefusal>;

const isSame = (one: { accountId: string; roleName: string }, other: { accountId: string; roleName: string }) =>
  one.accountId === other.accountId && one.roleName === other.roleName;

/** Where a role goes that becomes a favourite: behind all others. One that is one already stays where it is. */
function placeFor(stored: readonly StoredRolePreference[], wanted: z.output<typeof rolePreferenceChange>) {
  const favourites = stored.filter(({ position }) => position !== null);
  const before = favourites.find((one) => isSame(one, wanted));
  if (before !== undefined) return ok(before.position);
  if (favourites.length >= MAX_FAVOURITES) return err({ code: "favourites_full" as const });
  return ok((favourites.at(-1)?.position ?? -1) + 1);
}

function nameFor(
  stored: readonly StoredRolePreference[],
  wanted: { accountId: string; roleName: string },
  alias: string,
) {
  const named = stored.filter((one) => one.alias !== null && !isSame(one, wanted));
  if (named.length >= MAX_NAMES) return err({ code: "own_names_full" as const });
  const name = parseOwnName(alias);
  return name === null ? err({ code: "own_name_invalid" as const }) : ok(name);
}

/** Makes a role that the caller holds now a favourite or no longer one, or gives it a name of their own. */
export async function changeRolePreference(
  caller: Caller,
  change: z.output<typeof rolePreferenceChange>,
): Promise<Changed> {
  const portal = await currentPortal();
  if (!holdsRole(portal, caller, change)) return err({ code: "role_not_granted" });
  const { db } = portal.storage;
  const owner = caller.session.identity;
  const stored = await findRolePreferences(db, owner);
  if ("alias" in change) {
    const alias = change.alias === null ? ok(null) : nameFor(stored, change, change.alias);
    if (!alias.ok) return alias;
    await saveRolePreference(db, owner, change, { alias: alias.value });
    return ok(null);
  }
  const position = change.isFavourite ? placeFor(stored, change) : ok(null);
  if (!position.ok) return position;
  await saveRolePreference(db, owner, change, { position: position.value });
  return ok(null);
}

/** Puts the favourites that the caller sees into this order; those that they do not see now keep their places between. */
export async function orderFavourites(caller: Caller, { roles }: z.output<typeof favouriteOrder>): Promise<Changed> {
  const portal = await currentPortal();
  if (heldOf(portal, caller, roles).roles.length < roles.length) return err({ code: "role_not_granted" });
  const owner = caller.session.identity;
  const stored = await findRolePreferences(portal.storage.db, owner);
  const favourites = stored.filter(({ position }) => position !== null);
  const seen = new Set(heldOf(portal, caller, favourites).roles);
  const isNamed = (one: StoredRolePreference) => roles.some((named) => isSame(one, named));
  const wanted = [
    ...roles.flatMap((named) => favourites.find((one) => isSame(one, named)) ?? []),
    ...favourites.filter((one) => seen.has(one) && !isNamed(one)),
  ];
  const order = favourites.map((one) => (seen.has(one) ? (wanted.shift() ?? one) : one));
  await saveFavouriteOrder(portal.storage.query, owner, order);
  return ok(null);
}

export async function changeView(caller: Caller, change: z.output<typeof viewChange>): Promise<void> {
  const portal = await currentPortal();
  await saveViewPreference(portal.storage.db, caller.session.identity, change);
}
