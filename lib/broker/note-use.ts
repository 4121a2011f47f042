import "server-only";
import { noteRoleUse, type RoleUse } from "#lib/db/role-preferences";
import type { Caller } from "#lib/identity";
import { log } from "#lib/log";
import type { Portal } from "./portal";

/** After the answer has left: the embedded database works in this thread, and nobody waits for a count. */
const DELAY_MS = 20;
/** A script that asks again and again is counted in one statement a second. */
const PAUSE_MS = 1000;

type Noted = { readonly use: RoleUse; readonly at: Date; readonly times: number };

/** By person and role: what waits for the next statement. Null: nothing, and one was made within the last second. */
const waiting = new Map<string, Noted | null>();

async function write(portal: Portal, caller: Caller, noted: Noted): Promise<void> {
  const { idp, subject } = caller.session.identity;
  try {
    await noteRoleUse(portal.storage.query, { idp, subject }, noted.use, noted);
  } catch (err) {
    log.warn({ err, requestId: caller.requestId }, "a use was not noted");
  }
}

function writeSoon(key: string, portal: Portal, caller: Caller, noted: Noted, delayMs: number): void {
  waiting.set(key, null);
  setTimeout(async () => {
    await write(portal, caller, noted);
    setTimeout(() => {
      const next = waiting.get(key) ?? null;
      if (next === null) waiting.delete(key);
      else writeSoon(key, portal, caller, next, 0);
    }, PAUSE_MS).unref();
  }, delayMs);
}

/** Remembers that the caller used a role, for what is offered first the next time. Costs nobody their session when it fails. */
export function noteUse(portal: Portal, caller: Caller, use: RoleUse): void {
  const { idp, subject } = caller.session.identity;
  const key = JSON.stringify([idp, subject, use.accountId, use.roleName]);
  const at = portal.now();
  const last = waiting.get(key);
  if (last === undefined) writeSoon(key, portal, caller, { use, at, times: 1 }, DELAY_MS);
  else waiting.set(key, { use, at, times: (last?.times ?? 0) + 1 });
}
