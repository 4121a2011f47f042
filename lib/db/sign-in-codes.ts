import "server-only";
import { z } from "zod";
import type { PrismaClient } from "./generated/client";
import { PROOF_KINDS } from "./proofs";
import { hashReference, type Sealer } from "./sealed";
import { identitySchema, nameIdSchema } from "./session-row";

const outcomeSchema = z.object({
  identity: identitySchema,
  nameId: nameIdSchema.nullable(),
  sessionIndex: z.string().nullable(),
  notAfter: z.coerce.date().nullable(),
  proofs: z.array(
    z.object({ kind: z.enum(PROOF_KINDS), value: z.string(), issuedAt: z.coerce.date(), expiresAt: z.coerce.date() }),
  ),
});

/**
 * What a verified answer of an identity provider comes to: who it is, the IdP's own end of the session
 * (`notAfter`: SessionNotOnOrAfter) where it names one, and what it left for later.
 */
export type SignInOutcome = z.output<typeof outcomeSchema>;

export type SignInCodeRow = {
  readonly idp: string;
  /** Null for an unsolicited response, until the browser that brought it begins its sign-in. */
  readonly state: string | null;
  readonly codeChallenge: string | null;
  readonly outcome: SignInOutcome;
  readonly expiresAt: Date;
};

const contextOf = (codeHash: string) => `sign-in-code:${codeHash}`;

/** Keeps the outcome of a SAML response until next-auth's callback asks for it; sealed, since it carries the assertion. */
export async function saveSignInCode(db: PrismaClient, sealer: Sealer, code: string, row: SignInCodeRow) {
  const { outcome, ...columns } = row;
  const codeHash = hashReference(code);
  const sealed = sealer.seal(JSON.stringify(outcome), contextOf(codeHash));
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
  const { idp, state, codeChallenge, expiresAt } = row;
  const json = sealer.unseal(row.sealed, contextOf(codeHash));
  if (json === null) return null;
  return { idp, state, codeChallenge, expiresAt, outcome: outcomeSchema.parse(JSON.parse(json)) };
}
