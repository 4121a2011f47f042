import "server-only";
import { recogniseUserAgent } from "#lib/audit/user-agent";
import { endLease, listLiveLeases } from "#lib/db/leases";
import type { Caller } from "#lib/identity";
import { err, ok, type Result } from "#lib/result";
import { recordLease } from "./lease-audit";
import { liveAt } from "./lease-terms";
import { offeredGrants } from "./offered-grants";
import { currentPortal, type Portal } from "./portal";
import { keyOf } from "./role-key";

const listOwn = (portal: Portal, caller: Caller) =>
  listLiveLeases(portal.storage.db, caller.session.identity, liveAt(portal));

/** The caller's live leases, newest first. A role that they have lost meanwhile is said to be: its lease gets nothing. */
export async function describeLeases(caller: Caller) {
  const portal = await currentPortal();
  const held = new Map(offeredGrants(portal, caller).map((grant) => [keyOf(grant), grant]));
  return (await listOwn(portal, caller)).map((row) => ({
    id: row.id,
    name: row.name,
    accountId: row.accountId,
    accountName: held.get(keyOf(row))?.accountName ?? row.accountId,
    roleName: row.roleName,
    isHeld: held.has(keyOf(row)),
    madeAt: row.createdAt.toISOString(),
    endsAt: row.expiresAt.toISOString(),
    uses: row.uses,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    lastAddress: row.lastAddress,
    lastProgram: recogniseUserAgent(row.lastUserAgent),
  }));
}

type Row = Awaited<ReturnType<typeof listOwn>>[number];

async function end(portal: Portal, caller: Caller, row: Row): Promise<void> {
  const wasLive = await endLease(portal.storage.db, row.id, "ended_by_person", portal.now());
  const detail = { leaseName: row.name, leaseId: row.id, reason: "ended_by_person" };
  if (wasLive) await recordLease(portal, caller, "lease.ended", row, detail);
}

/** Ends one of the caller's own: it gets nothing from then on. Somebody else's looks like none. */
export async function endOwnLease(caller: Caller, id: string): Promise<Result<null, "lease_not_found">> {
  const portal = await currentPortal();
  const own = (await listOwn(portal, caller)).find((row) => row.id === id);
  if (own === undefined) return err("lease_not_found");
  await end(portal, caller, own);
  return ok(null);
}

/** Ends all of the caller's own, and answers how many that were. */
export async function endOwnLeases(caller: Caller): Promise<number> {
  const portal = await currentPortal();
  const own = await listOwn(portal, caller);
  for (const row of own) await end(portal, caller, row);
  return own.length;
}
