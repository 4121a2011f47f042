import "server-only";
import type { PrismaClient } from "./generated/client";

/** Sessions stay listed for this long after their end, so that an administrator can still see them. */
const ENDED_SESSION_DAYS = 30;

/** A use this long ago says nothing of what somebody does now. */
const USE_DAYS = 365;

const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000);

/** Removes what is over. Safe to run on every instance at once; nothing that still counts is touched. */
export async function sweepExpired(db: PrismaClient, now: Date): Promise<void> {
  const over = { expiresAt: { lt: now } };
  const longOver = { expiresAt: { lt: daysBefore(now, ENDED_SESSION_DAYS) } };
  const longUnused = { lastUsedAt: { lt: daysBefore(now, USE_DAYS) }, position: null, alias: null };
  await db.proof.deleteMany({ where: over });
  await db.samlRequest.deleteMany({ where: over });
  await db.samlReplay.deleteMany({ where: over });
  await db.signInCode.deleteMany({ where: over });
  await db.continuation.deleteMany({ where: over });
  await db.deviceAuthorization.deleteMany({ where: over });
  await db.authorizationCode.deleteMany({ where: { expiresAt: { lt: daysBefore(now, 1) } } });
  await db.cliToken.deleteMany({ where: over });
  await db.cliSignIn.deleteMany({ where: { endedAt: { lt: daysBefore(now, ENDED_SESSION_DAYS) } } });
  await db.lease.deleteMany({ where: { OR: [longOver, { endedAt: { lt: daysBefore(now, ENDED_SESSION_DAYS) } }] } });
  await db.rateCount.deleteMany({ where: { resetsAt: { lt: now } } });
  await db.session.deleteMany({ where: longOver });
  await db.rolePreference.deleteMany({ where: longUnused });
}
