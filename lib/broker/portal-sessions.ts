import "server-only";
import { endLeasesElsewhere, endLeasesOfSessions } from "#lib/db/leases";
import type { DbSession } from "#lib/db/session-row";
import { endSession, listLiveSessions } from "#lib/db/sessions";
import type { Caller } from "#lib/identity";
import { err, ok, type Result } from "#lib/result";
import { currentPortal, type Portal } from "./portal";

/** The caller's own live sign-ins to the portal. */
export async function listOwnSessions(caller: Caller): Promise<readonly DbSession[]> {
  const { storage, now } = await currentPortal();
  return listLiveSessions(storage.db, caller.session.identity, now());
}

/** Ends one session and records it, once. What it left for AWS and for the IdP is forgotten with it. */
export async function endPortalSession(portal: Portal, caller: Caller, id: string, reason: string): Promise<void> {
  const at = portal.now();
  const wasLive = await endSession(portal.storage.db, id, reason, at);
  if (!wasLive) return;
  const keepsLeases = reason === "signed_out" && portal.config.portal.leases.outliveSession;
  if (!keepsLeases) await endLeasesOfSessions(portal.storage.db, [id], at);
  const { requestId, address, userAgent, session } = caller;
  await portal.record({
    at,
    kind: "session.ended",
    outcome: "info",
    requestId,
    address,
    userAgent,
    actor: session.identity,
    sessionId: session.id,
    role: null,
    detail: { reason, endedSessionId: id },
  });
}

/** Ends another of the caller's own sessions; somebody else's looks like none. */
export async function endOwnSession(caller: Caller, id: string): Promise<Result<null, "session_not_found">> {
  const portal = await currentPortal();
  const own = await listLiveSessions(portal.storage.db, caller.session.identity, portal.now());
  if (!own.some((session) => session.id === id)) return err("session_not_found");
  await endPortalSession(portal, caller, id, "ended_by_person");
  return ok(null);
}

/** Ends every other sign-in of the caller's own, and leases of earlier ones that outlive theirs. Answers how many sign-ins that were. */
export async function endOtherSessions(caller: Caller): Promise<number> {
  const portal = await currentPortal();
  const own = await listLiveSessions(portal.storage.db, caller.session.identity, portal.now());
  const others = own.filter(({ id }) => id !== caller.session.id);
  for (const { id } of others) await endPortalSession(portal, caller, id, "ended_by_person");
  await endLeasesElsewhere(portal.storage.db, caller.session.identity, caller.session.id, portal.now());
  return others.length;
}
