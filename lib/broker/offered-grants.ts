import "server-only";
import { type Grant, resolveGrants } from "#lib/access/resolve-grants";
import type { Caller } from "#lib/identity";
import { offeredByIdp } from "./offered-by-idp";
import type { Portal } from "./portal";

const resolved = new WeakMap<Caller, { readonly portal: Portal; readonly grants: readonly Grant[] }>();

/**
 * What the caller's own list shows: their grants that can be reached from this sign-in. Resolved once for a request, whatever it
 * shows of them; what mints resolves again (find-grant).
 */
export function offeredGrants(portal: Portal, caller: Caller): readonly Grant[] {
  const known = resolved.get(caller);
  if (known?.portal === portal) return known.grants;
  const { identity } = caller.session;
  const grants = resolveGrants(portal.access, identity).filter((grant) => offeredByIdp(portal.config, grant, identity));
  resolved.set(caller, { portal, grants });
  return grants;
}
