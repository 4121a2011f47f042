import "server-only";
import type { Caller, Identity } from "#lib/identity";
import { err, ok, type Result } from "#lib/result";
import type { Portal } from "./portal";
import type { Refusal } from "./refusal";

type Named = { readonly config: { readonly portal: { readonly admins: { readonly groups: readonly string[] } } } };

/** Whether a group of this sign-in is one of `portal.admins`. Without groups, or with groups cut short: no. */
export function isAdmin({ config }: Named, identity: Identity): boolean {
  if (identity.groupsProblem !== null) return false;
  return identity.groups.some((group) => config.portal.admins.groups.includes(group));
}

/** For use cases of administrators: what they begin with. */
export const requireAdmin = (portal: Portal, caller: Caller): Result<void, Refusal> =>
  isAdmin(portal, caller.session.identity) ? ok(undefined) : err({ code: "not_an_administrator" });
