import "server-only";
import type { Caller } from "#lib/identity";
import { currentPortal } from "./portal";
import { isAdmin } from "./require-admin";

/** Which pages there are for this person, beside those that everybody has. */
export async function listPages(caller: Caller): Promise<{ readonly iamUser: boolean; readonly admin: boolean }> {
  const portal = await currentPortal();
  return { iamUser: portal.config.portal.iamUserSessions, admin: isAdmin(portal, caller.session.identity) };
}
