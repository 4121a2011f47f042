import "server-only";
import type { Identity } from "#lib/identity";
import type { PrismaClient } from "./generated/client";
import type { Query } from "./open-database";
import { type DbSession, rowSchema, toSession } from "./session-row";

export type NewSession = {
  readonly id: string;
  readonly tokenHash: string;
  readonly identity: Identity;
  readonly nameId: NameIdColumn | null;
  readonly sessionIndex: string | null;
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

/** The NameID as the IdP wrote it: single logout names it again, qualifiers included (SAML core 3.7.1). */
export type NameIdColumn = {
  readonly value: string;
  readonly format: string | null;
  readonly nameQualifier: string | null;
  readonly spNameQualifier: string | null;
};

export async function saveSession(db: PrismaClient, session: NewSession): Promise<void> {
  const { identity, nameId, ...columns } = session;
  await db.session.create({
    data: {
      ...columns,
      idp: identity.idp,
      subject: identity.subject,
      email: identity.email,
      name: identity.name,
      identity: { ...identity, groups: [...identity.groups], claims: toJsonClaims(identity.claims) },
      ...(nameId === null ? {} : { nameId: { ...nameId } }),
    },
    select: { id: true },
  });
}

const toJsonClaims = (claims: Identity["claims"]) =>
  Object.fromEntries(Object.entries(claims).map(([name, values]) => [name, [...values]]));

const FIND_LIVE = `SELECT * FROM "Session" WHERE "tokenHash" = $1 AND "endedAt" IS NULL AND "expiresAt" > $2`;

/** The session that this reference belongs to, if it is neither ended nor over at `now`. Asked at each request. */
export async function findLiveSession(query: Query, tokenHash: string, now: Date): Promise<DbSession | null> {
  const [row] = await query(FIND_LIVE, [tokenHash, now]);
  return row === undefined ? null : toSession(rowSchema.parse(row));
}

/** A session by its id, live or not. */
export async function findSession(db: PrismaClient, id: string): Promise<DbSession | null> {
  const row = await db.session.findUnique({ where: { id } });
  return row === null ? null : toSession(row);
}

/** The same, if it is neither ended nor over at `now`. */
export async function findLiveSessionById(db: PrismaClient, id: string, now: Date): Promise<DbSession | null> {
  const row = await db.session.findFirst({ where: { id, endedAt: null, expiresAt: { gt: now } } });
  return row === null ? null : toSession(row);
}

/** Sessions of one person that are still live, newest first. */
export async function listLiveSessions(db: PrismaClient, who: { idp: string; subject: string }, now: Date) {
  const rows = await db.session.findMany({
    where: { idp: who.idp, subject: who.subject, endedAt: null, expiresAt: { gt: now } },
    orderBy: { createdAt: "desc" },
    take: 100,
  });
  return rows.map(toSession);
}

/** Live sessions that a LogoutRequest may mean: of this IdP, and of the SessionIndexes where it names some. */
export async function listSessionsForLogout(
  db: PrismaClient,
  request: { idp: string; sessionIndexes: readonly string[] },
  now: Date,
) {
  const rows = await db.session.findMany({
    where: {
      idp: request.idp,
      endedAt: null,
      expiresAt: { gt: now },
      ...(request.sessionIndexes.length === 0 ? {} : { sessionIndex: { in: [...request.sessionIndexes] } }),
    },
    take: 1000,
  });
  return rows.map(toSession);
}

/** Ends a session and forgets its proofs. True when it was live until now; ending twice is not an error. */
export async function endSession(db: PrismaClient, id: string, reason: string, now: Date): Promise<boolean> {
  const [{ count }] = await db.$transaction([
    db.session.updateMany({ where: { id, endedAt: null }, data: { endedAt: now, endReason: reason } }),
    db.proof.deleteMany({ where: { sessionId: id } }),
  ]);
  return count === 1;
}
