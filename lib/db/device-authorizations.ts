import "server-only";
import { z } from "zod";
import type { PrismaClient } from "./generated/client";
import type { Query } from "./open-database";
import { hashReference } from "./sealed";

export type NewDeviceAuthorization = {
  readonly userCode: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly renewable: boolean;
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

export type DeviceDecision = "allowed" | "refused";

const rowSchema = z.object({
  userCode: z.string(),
  clientId: z.string(),
  clientName: z.string(),
  renewable: z.boolean(),
  address: z.string().nullable(),
  userAgent: z.string().nullable(),
  createdAt: z.date(),
  expiresAt: z.date(),
  decision: z.enum(["allowed", "refused"]).nullable(),
  sessionId: z.string().nullable(),
});

export type DeviceAuthorization = z.output<typeof rowSchema>;

export async function saveDeviceAuthorization(
  db: PrismaClient,
  deviceCode: string,
  row: NewDeviceAuthorization,
): Promise<void> {
  const data = { ...row, deviceCodeHash: hashReference(deviceCode) };
  await db.deviceAuthorization.create({ data, select: { userCode: true } });
}

const POLL = `UPDATE "DeviceAuthorization" AS d SET "polls" = d."polls" + 1, "lastPolledAt" = $3
  FROM (SELECT * FROM "DeviceAuthorization" WHERE "deviceCodeHash" = $1 AND "clientId" = $2 FOR UPDATE) AS before
  WHERE d."deviceCodeHash" = before."deviceCodeHash" RETURNING d.*, before."lastPolledAt" AS "polledBefore"`;

const pollSchema = rowSchema.extend({ polls: z.number(), polledBefore: z.date().nullable() });

/** Notes a poll by the client that began it, and answers how it stands; null when there is none of its with this code. */
export async function pollDeviceAuthorization(query: Query, deviceCode: string, clientId: string, now: Date) {
  const [row] = await query(POLL, [hashReference(deviceCode), clientId, now]);
  return row === undefined ? null : pollSchema.parse(row);
}

const LIST_DECIDED = `SELECT "userCode" FROM "DeviceAuthorization" WHERE "decision" IS NOT NULL AND "expiresAt" > $1`;

/** What has been decided and not been fetched yet, by user code. */
export async function listDecidedDevices(query: Query, now: Date): Promise<readonly string[]> {
  const rows = await query(LIST_DECIDED, [now]);
  return rows.map((row) => rowSchema.pick({ userCode: true }).parse(row).userCode);
}

/** Takes it out of circulation. True for one of several that come at once. */
export async function consumeDeviceAuthorization(db: PrismaClient, deviceCode: string): Promise<boolean> {
  const { count } = await db.deviceAuthorization.deleteMany({ where: { deviceCodeHash: hashReference(deviceCode) } });
  return count === 1;
}

/** What waits for a person's word under this user code. */
export async function findWaitingDevice(
  db: PrismaClient,
  userCode: string,
  now: Date,
): Promise<DeviceAuthorization | null> {
  const where = { userCode, decision: null, expiresAt: { gt: now } };
  const row = await db.deviceAuthorization.findFirst({ where });
  return row === null ? null : rowSchema.parse(row);
}

/** Writes the decision, once: true for the first one. */
export async function decideDevice(
  db: PrismaClient,
  userCode: string,
  { decision, sessionId }: { readonly decision: DeviceDecision; readonly sessionId: string },
  now: Date,
): Promise<boolean> {
  const where = { userCode, decision: null, expiresAt: { gt: now } };
  const { count } = await db.deviceAuthorization.updateMany({ where, data: { decision, sessionId } });
  return count === 1;
}
