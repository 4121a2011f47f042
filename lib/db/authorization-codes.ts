import "server-only";
import type { PrismaClient } from "./generated/client";
import { hashReference } from "./sealed";

export type NewAuthorizationCode = {
  readonly clientId: string;
  readonly clientName: string;
  readonly renewable: boolean;
  readonly redirectUri: string;
  readonly codeChallenge: string;
  readonly sessionId: string;
  readonly expiresAt: Date;
};

/** `usedFor`: the sign-in that it has given already. */
export type AuthorizationCode = NewAuthorizationCode & { readonly usedFor: string | null };

export async function saveAuthorizationCode(db: PrismaClient, code: string, row: NewAuthorizationCode): Promise<void> {
  await db.authorizationCode.create({ data: { ...row, codeHash: hashReference(code) }, select: { codeHash: true } });
}

export async function findAuthorizationCode(db: PrismaClient, code: string): Promise<AuthorizationCode | null> {
  const row = await db.authorizationCode.findUnique({ where: { codeHash: hashReference(code) } });
  if (row === null) return null;
  const { codeHash: _hash, signInId, ...columns } = row;
  return { ...columns, usedFor: signInId };
}

/** Ties the code to the sign-in that it gives, once: of several that come at once, one is told true. */
export async function bindAuthorizationCode(db: PrismaClient, code: string, signInId: string): Promise<boolean> {
  const where = { codeHash: hashReference(code), signInId: null };
  const { count } = await db.authorizationCode.updateMany({ where, data: { signInId } });
  return count === 1;
}
