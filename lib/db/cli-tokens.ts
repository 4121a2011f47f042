import "server-only";
import { z } from "zod";
import type { PrismaClient } from "./generated/client";
import type { Query } from "./open-database";
import { hashReference } from "./sealed";
import { type DbSession, rowSchema, toSession } from "./session-row";

export type NewCliToken = {
  readonly token: string;
  readonly signInId: string;
  readonly kind: "access" | "refresh";
  readonly expiresAt: Date;
};

export async function saveCliTokens(db: PrismaClient, tokens: readonly NewCliToken[]): Promise<void> {
  await db.cliToken.createMany({
    data: tokens.map(({ token, ...columns }) => ({ ...columns, tokenHash: hashReference(token) })),
  });
}

export type CliSession = {
  readonly signInId: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly signedInAt: Date;
  readonly renewals: number;
  readonly session: DbSession;
};

const SESSION = `s."id", s."identity", s."nameId", s."sessionIndex", s."address", s."userAgent", s."createdAt", s."expiresAt"`;
const SIGN_IN = `c."id" AS "signInId", c."clientId", c."clientName", c."createdAt" AS "signedInAt", c."renewals"`;
const LIVE = `c."endedAt" IS NULL AND s."endedAt" IS NULL AND s."expiresAt" > $2 AND t."expiresAt" > $2`;

const FIND_ACCESS = `SELECT ${SESSION}, ${SIGN_IN} FROM "CliToken" t
  JOIN "CliSignIn" c ON c."id" = t."signInId" JOIN "Session" s ON s."id" = c."sessionId"
  WHERE t."tokenHash" = $1 AND t."kind" = 'access' AND ${LIVE}`;

/** The first to bring it marks it as replaced; whoever brings it later reads when that was. */
const REPLACE_REFRESH = `UPDATE "CliToken" AS t SET "replacedAt" = COALESCE(t."replacedAt", $2)
  FROM (SELECT * FROM "CliToken" WHERE "tokenHash" = $1 AND "kind" = 'refresh' FOR UPDATE) AS before, "CliSignIn" c, "Session" s
  WHERE t."tokenHash" = before."tokenHash" AND c."id" = t."signInId" AND s."id" = c."sessionId" AND c."clientId" = $3 AND ${LIVE}
  RETURNING ${SESSION}, ${SIGN_IN}, before."replacedAt"`;

const joined = rowSchema.extend({
  signInId: z.string(),
  clientId: z.string(),
  clientName: z.string(),
  signedInAt: z.date(),
  renewals: z.number(),
});

const toCliSession = (row: z.output<typeof joined>): CliSession => ({
  signInId: row.signInId,
  clientId: row.clientId,
  clientName: row.clientName,
  signedInAt: row.signedInAt,
  renewals: row.renewals,
  session: toSession(row),
});

/** Whose access token this is, while the sign-in of the command line and the one to the portal both live. Asked at each call. */
export async function findCliSession(query: Query, accessToken: string, now: Date): Promise<CliSession | null> {
  const [row] = await query(FIND_ACCESS, [hashReference(accessToken), now]);
  return row === undefined ? null : toCliSession(joined.parse(row));
}

/** The same for a refresh token that this client brings, which counts as replaced from now on; `replacedAt` is when it was so before, or null. */
export async function replaceRefreshToken(query: Query, refreshToken: string, clientId: string, now: Date) {
  const [row] = await query(REPLACE_REFRESH, [hashReference(refreshToken), now, clientId]);
  if (row === undefined) return null;
  const parsed = joined.extend({ replacedAt: z.date().nullable() }).parse(row);
  return { ...toCliSession(parsed), replacedAt: parsed.replacedAt };
}

/** Counts a renewal of a sign-in, and that it was used now. */
export async function noteRenewal(db: PrismaClient, signInId: string, now: Date): Promise<void> {
  await db.cliSignIn.updateMany({ where: { id: signInId }, data: { renewals: { increment: 1 }, lastUsedAt: now } });
}
