import "server-only";
import type { Prisma, PrismaClient } from "./generated/client";
import { hashReference } from "./sealed";

type Owner = { readonly idp: string; readonly subject: string };

/** Keeps what a person asked for while they are at their IdP; the handle is all that travels. */
export async function saveContinuation(
  db: PrismaClient,
  handle: string,
  row: Owner & { readonly request: Prisma.InputJsonValue; readonly expiresAt: Date },
): Promise<void> {
  await db.continuation.create({ data: { ...row, handleHash: hashReference(handle) }, select: { handleHash: true } });
}

/** What waits under this handle, if it is this person's; it stays. For a page that shows it. */
export async function findContinuation(db: PrismaClient, handle: string, owner: Owner, now: Date): Promise<unknown> {
  const row = await db.continuation.findUnique({ where: { handleHash: hashReference(handle) } });
  if (row === null || row.expiresAt <= now || row.idp !== owner.idp || row.subject !== owner.subject) return null;
  return row.request;
}

/** The same, once. Somebody else's handle is left for its owner. */
export async function consumeContinuation(db: PrismaClient, handle: string, owner: Owner, now: Date): Promise<unknown> {
  const request = await findContinuation(db, handle, owner, now);
  if (request === null) return null;
  const { count } = await db.continuation.deleteMany({ where: { handleHash: hashReference(handle) } });
  return count === 1 ? request : null;
}
