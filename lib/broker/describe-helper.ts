import "server-only";
import { findRolePreferences } from "#lib/db/role-preferences";
import type { Caller } from "#lib/identity";
import { currentHelpers } from "./cli-helper";
import { offeredGrants } from "./offered-grants";
import { currentPortal } from "./portal";
import { regionOf } from "./region-of";
import { keyOf } from "./role-key";

/** What the helper takes for a role, so that no shell reads more into it. Paths of roles may hold nearly anything. */
const TYPED = /^[\w+=,.@/-]{1,576}$/;

/** The helper's checksums, and the caller's roles that it could be for: favourites first, in their own order. */
export async function describeHelper(caller: Caller) {
  const portal = await currentPortal();
  const { storage, config } = portal;
  const [{ sh, ps1 }, preferences] = await Promise.all([
    currentHelpers(),
    findRolePreferences(storage.db, caller.session.identity),
  ]);
  const places = new Map(preferences.map((one) => [keyOf(one), one.position]));
  const roles = offeredGrants(portal, caller)
    // `session-token` needs a key that somebody types for that one call.
    .filter(({ via, roleName }) => via !== "session-token" && TYPED.test(roleName))
    .map((grant) => {
      const { accountId, accountName, roleName } = grant;
      const place = places.get(keyOf(grant)) ?? null;
      return { accountId, accountName, roleName, region: regionOf(config, grant), isFavourite: place !== null, place };
    })
    .sort((a, b) => (a.place ?? Number.POSITIVE_INFINITY) - (b.place ?? Number.POSITIVE_INFINITY) || 0)
    .map(({ place: _place, ...role }) => role);
  return { portalUrl: config.portal.url, checksums: { sh: sh.sha256, ps1: ps1.sha256 }, roles };
}
