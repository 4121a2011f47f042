import "server-only";
import type { PrismaClient } from "./generated/client";

export type CliSignInKind = "device" | "browser";

export type NewCliSignIn = {
  readonly id: string;
  readonly sessionId: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly kind: CliSignInKind;
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly createdAt: Date;
};

export async function saveCliSignIn(db: PrismaClient, row: NewCliSignIn): Promise<void> {
  await db.cliSignIn.create({ data: { ...row, lastUsedAt: row.createdAt }, select: { id: true } });
}

const live = (now: Date) => ({ endedAt: null, session: { endedAt: null, expiresAt: { gt: now } } });

/** One person's command lines that are signed in now, newest first. */
export async function listLiveCliSignIns(
  db: PrismaClient,
  { idp, subject }: { readonly idp: string; readonly subject: string },
  now: Date,
) {
  const { session, ...own } = live(now);
  return db.cliSignIn.findMany({
    where: { ...own, session: { ...session, idp, subject } },
    include: { session: { select: { expiresAt: true } } },
    orderBy: { createdAt: "desc" },
    take: 100,
  });
}

/** Ends a sign-in with all its tokens. True when it was live until now. */
export async function endCliSignIn(db: PrismaClient, id: string, reason: string, now: Date): Promise<boolean> {
  const [{ count }] = await db.$transaction([
    db.cliSignIn.updateMany({ where: { id, endedAt: null }, data: { endedAt: now, endReason: reason } }),
    db.cliToken.deleteMany({ where: { signInId: id } }),
  ]);
  return count === 1;
}
