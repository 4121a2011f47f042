import "server-only";
import type { PrismaClient } from "./generated/client";
import { hashReference, type Sealer } from "./sealed";

export type SignInCodeRow = {
  readonly idp: string;
  /** Null for an unsolicited response, until the browser that brought it begins its sign-in. */
  readonly state: string | null;
  readonly codeChallenge: string | null;
  /** What the response proved, as JSON; sealed, since it carries the assertion. */
  readonly payload: string;
  readonly expiresAt: Date;
};

export async function saveSignInCode(db: PrismaClient, sealer: Sealer, code: string, row: SignInCodeRow) {
  const { payload, ...columns } = row;
  const codeHash = hashReference(code);
  const sealed = sealer.seal(payload, `sign-in-code:${codeHash}`);
  await db.signInCode.create({ data: { ...columns, codeHash, sealed }, select: { codeHash: true } });
}

/** Takes the code out of circulation and returns what it stood for: once, at the first asking, right or wrong. */
export async function consumeSignInCode(
  db: PrismaClient,
  sealer: Sealer,
  code: string,
  now: Date,
): Promise<SignInCodeRow | null> {
  const codeHash = hashReference(code);
  const row = await db.signInCode.findUnique({ where: { codeHash } });
  if (row === null) return null;
  const { count } = await db.signInCode.deleteMany({ where: { codeHash } });
  if (count !== 1 || row.expiresAt <= now) return null;
  const payload = sealer.unseal(row.sealed, `sign-in-code:${codeHash}`);
  return payload === null ? null : { ...row, payload };
}
