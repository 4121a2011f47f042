import "server-only";
import { noteRoleUse, type RoleUse } from "#lib/db/role-preferences";
import type { Caller } from "#lib/identity";
import { log } from "#lib/log";
import type { Portal } from "./portal";

/** After the answer has left: the embedded database works in this thread, and nobody waits for a count. */
const DELAY_MS = 20;

/** Remembers that the caller used a role, for what is offered first the next time. Costs nobody their session when it fails. */
export function noteUse(portal: Portal, caller: Caller, use: RoleUse): void {
  const { idp, subject } = caller.session.identity;
  const at = portal.now();
  const note = () =>
    noteRoleUse(portal.storage.query, { idp, subject }, use, at).catch((err: unknown) =>
      log.warn({ err, requestId: caller.requestId }, "a use was not noted"),
    );
  setTimeout(() => void note(), DELAY_MS);
}
