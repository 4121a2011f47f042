import "server-only";
import { recogniseUserAgent } from "#lib/audit/user-agent";
import { endCliSignIn, listLiveCliSignIns } from "#lib/db/cli-sign-ins";
import type { Caller } from "#lib/identity";
import { err, ok, type Result } from "#lib/result";
import { recordCli } from "./cli-audit";
import { currentPortal } from "./portal";

const listOwn = async (caller: Caller) => {
  const portal = await currentPortal();
  return listLiveCliSignIns(portal.storage.db, caller.session.identity, portal.now());
};

/** The caller's command lines that are signed in now. */
export async function describeCliSignIns(caller: Caller) {
  return (await listOwn(caller)).map((row) => ({
    id: row.id,
    clientName: row.clientName,
    program: recogniseUserAgent(row.userAgent),
    address: row.address,
    signedInAt: row.createdAt.toISOString(),
    endsAt: row.session.expiresAt.toISOString(),
  }));
}

/** Ends one of the caller's own: it neither renews nor gets credentials from then on. Somebody else's looks like none. */
export async function endOwnCliSignIn(caller: Caller, id: string): Promise<Result<null, "session_not_found">> {
  const portal = await currentPortal();
  const own = (await listOwn(caller)).find((row) => row.id === id);
  if (own === undefined) return err("session_not_found");
  const wasLive = await endCliSignIn(portal.storage.db, id, "ended_by_person", portal.now());
  const detail = { clientName: own.clientName, cliSignInId: id, reason: "ended_by_person" };
  if (wasLive) await recordCli(portal, caller, "cli.revoked", caller.session, detail);
  return ok(null);
}
