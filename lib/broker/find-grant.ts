import "server-only";
import { type Grant, resolveGrants } from "#lib/access/resolve-grants";
import type { Caller } from "#lib/identity";
import type { Portal } from "./portal";

/**
 * The caller's grant for this role, resolved now from the rules; null when they do not hold it, or when there is no such
 * role: the two look the same from outside.
 */
export function findGrant(
  portal: Portal,
  caller: Caller,
  wanted: { readonly accountId: string; readonly roleName: string },
): Grant | null {
  const held = resolveGrants(portal.access, caller.session.identity);
  return held.find((grant) => grant.accountId === wanted.accountId && grant.roleName === wanted.roleName) ?? null;
}
