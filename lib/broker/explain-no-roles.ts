import "server-only";
import { explainNoRoles, type NoRolesExplanation } from "#lib/access/explain";
import type { Caller } from "#lib/identity";
import { currentPortal } from "./portal";

/** Why the caller holds no role, for the page that tells them whom to ask. */
export async function explainOwnNoRoles(caller: Caller): Promise<NoRolesExplanation> {
  const { access } = await currentPortal();
  return explainNoRoles(access, caller.session.identity);
}
