import "server-only";
import { z } from "zod";
import type { Scope } from "#lib/session-policy/scope";
import { scopeSchema } from "#lib/session-policy/scope";
import type { PrismaClient } from "./generated/client";
import type { Query } from "./open-database";
import { hashReference } from "./sealed";
import { type DbSession, rowSchema, toSession } from "./session-row";

type Owner = { readonly idp: string; readonly subject: string };

export type NewLease = {
  readonly id: string;
  readonly sessionId: string;
  readonly name: string;
  readonly accountId: string;
  readonly roleName: string;
  readonly reason: string | null;
  readonly scope: Scope | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

/** At which moment, and whether leases outlive the end of the sign-in that they were made in. */
export type LiveAt = { readonly now: Date; readonly outlive: boolean };

/** An end that a lease may outlive: its time was up, or the person signed this browser out. Every other end was meant to stop something. */
const OUTLIVED = "signed_out";

const liveSession = ({ now, outlive }: LiveAt) =>
  outlive ? { OR: [{ endedAt: null }, { endReason: OUTLIVED }] } : { endedAt: null, expiresAt: { gt: now } };

const live = (at: LiveAt, { idp, subject }: Owner) => ({
  endedAt: null,
  expiresAt: { gt: at.now },
  session: { idp, subject, ...liveSession(at) },
});

/**
 * Keeps a lease unless its person has as many live ones already: false then. Of any number that ask at once, on any number of
 * instances, one is served after another.
 */
export async function saveLease(
  db: PrismaClient,
  token: string,
  { scope, ...row }: NewLease,
  limit: LiveAt & { readonly owner: Owner; readonly most: number },
): Promise<boolean> {
  const { owner, most } = limit;
  const key = JSON.stringify(["lease", owner.idp, owner.subject]);
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
    if ((await tx.lease.count({ where: live(limit, owner) })) >= most) return false;
    const narrowed = scope === null ? {} : { scope: toJson(scope) };
    await tx.lease.create({ data: { ...row, ...narrowed, tokenHash: hashReference(token) }, select: { id: true } });
    return true;
  });
}

const toJson = ({ services, ...scope }: Scope) => ({
  ...scope,
  ...(services === undefined ? {} : { services: [...services] }),
});

/** One person's leases that are live, newest first. */
export function listLiveLeases(db: PrismaClient, owner: Owner, at: LiveAt) {
  return db.lease.findMany({ where: live(at, owner), orderBy: [{ createdAt: "desc" }, { id: "asc" }], take: 200 });
}

/**
 * Where leases outlive sign-ins, the groups of the person's newest one count, live or not: whoever has lost a group since then has
 * lost its roles.
 */
const IDENTITY = `CASE WHEN $3::boolean THEN (SELECT n."identity" FROM "Session" n WHERE n."idp" = s."idp"
  AND n."subject" = s."subject" ORDER BY n."createdAt" DESC LIMIT 1) ELSE s."identity" END AS "identity"`;
const SESSION = `s."id", ${IDENTITY}, s."nameId", s."sessionIndex", s."address", s."userAgent", s."createdAt", s."expiresAt"`;
const LEASE = `l."id" AS "leaseId", l."name", l."accountId", l."roleName", l."reason", l."scope", l."expiresAt" AS "leaseExpiresAt"`;

const FIND = `SELECT ${SESSION}, ${LEASE} FROM "Lease" l JOIN "Session" s ON s."id" = l."sessionId"
  WHERE l."tokenHash" = $1 AND l."endedAt" IS NULL AND l."expiresAt" > $2
  AND CASE WHEN $3::boolean THEN s."endedAt" IS NULL OR s."endReason" = '${OUTLIVED}'
    ELSE s."endedAt" IS NULL AND s."expiresAt" > $2 END`;

const joined = rowSchema.extend({
  leaseId: z.string(),
  name: z.string(),
  accountId: z.string(),
  roleName: z.string(),
  reason: z.string().nullable(),
  scope: scopeSchema.nullable(),
  leaseExpiresAt: z.date(),
});

export type FoundLease = Omit<NewLease, "sessionId" | "createdAt"> & { readonly session: DbSession };

/** The live lease that this token belongs to. Asked at each use. */
export async function findLease(query: Query, token: string, { now, outlive }: LiveAt): Promise<FoundLease | null> {
  const [row] = await query(FIND, [hashReference(token), now, outlive]);
  if (row === undefined) return null;
  const { leaseId, leaseExpiresAt, name, accountId, roleName, reason, scope, ...session } = joined.parse(row);
  return {
    id: leaseId,
    expiresAt: leaseExpiresAt,
    name,
    accountId,
    roleName,
    reason,
    scope,
    session: toSession(session),
  };
}

export type LeaseUse = { readonly at: Date; readonly address: string | null; readonly userAgent: string | null };

/** Counts uses of a lease, of which this was the last. */
export async function noteLeaseUses(db: PrismaClient, id: string, last: LeaseUse, times: number): Promise<void> {
  const { at, address, userAgent } = last;
  const seen = { lastUsedAt: at, lastAddress: address, lastUserAgent: userAgent?.slice(0, 400) ?? null };
  await db.lease.updateMany({ where: { id }, data: { ...seen, uses: { increment: times } } });
}

/** Ends a lease. True when nobody had ended it before. */
export async function endLease(db: PrismaClient, id: string, reason: string, now: Date): Promise<boolean> {
  const { count } = await db.lease.updateMany({
    where: { id, endedAt: null },
    data: { endedAt: now, endReason: reason },
  });
  return count === 1;
}

const ended = (now: Date) => ({ endedAt: now, endReason: "sign_in_ended" });

/** Ends all leases of sign-ins that are over, so that no later change of the configuration brings one back. */
export async function endLeasesOfSessions(db: PrismaClient, sessionIds: readonly string[], now: Date): Promise<void> {
  await db.lease.updateMany({ where: { sessionId: { in: [...sessionIds] }, endedAt: null }, data: ended(now) });
}

/** Ends all leases of one person but for those of one sign-in. */
export async function endLeasesElsewhere(db: PrismaClient, owner: Owner, sessionId: string, now: Date): Promise<void> {
  const { idp, subject } = owner;
  const where = { endedAt: null, session: { idp, subject, id: { not: sessionId } } };
  await db.lease.updateMany({ where, data: ended(now) });
}

/** Sign-ins with live leases that a LogoutRequest may mean, whether they are live themselves or not. */
export async function listLeasedSessions(
  db: PrismaClient,
  request: { readonly idp: string; readonly sessionIndexes: readonly string[] },
  now: Date,
): Promise<readonly DbSession[]> {
  const { idp, sessionIndexes } = request;
  const indexes = sessionIndexes.length === 0 ? {} : { sessionIndex: { in: [...sessionIndexes] } };
  const leases = { some: { endedAt: null, expiresAt: { gt: now } } };
  const rows = await db.session.findMany({ where: { idp, leases, ...indexes }, take: 1000 });
  return rows.map(toSession);
}
