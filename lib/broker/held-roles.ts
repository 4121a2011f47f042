import "server-only";
import type { Caller } from "#lib/identity";
import { findGrant } from "./find-grant";
import { offeredByIdp } from "./offered-by-idp";
import { offeredGrants } from "./offered-grants";
import type { Portal } from "./portal";
import { keyOf, type RoleKey } from "./role-key";

/** Whether the caller's own list shows this role now. What they do not hold and what there is not look the same. */
export function holdsRole(portal: Portal, caller: Caller, role: RoleKey): boolean {
  const grant = findGrant(portal, caller, role);
  return grant !== null && offeredByIdp(portal.config, grant, caller.session.identity);
}

/** Of these, the ones that the caller's own list shows now, in the order given; and the accounts that it has. */
export function heldOf<T extends RoleKey>(portal: Portal, caller: Caller, roles: readonly T[]) {
  const wanted = new Map(roles.map((role) => [keyOf(role), role]));
  const wantedAccounts = new Set(roles.map(({ accountId }) => accountId));
  const accountIds = new Set<string>();
  const held = new Set<T>();
  for (const grant of offeredGrants(portal, caller)) {
    accountIds.add(grant.accountId);
    if (!wantedAccounts.has(grant.accountId)) continue;
    const role = wanted.get(keyOf(grant));
    if (role !== undefined) held.add(role);
  }
  return { roles: roles.filter((role) => held.has(role)), accountIds };
}
