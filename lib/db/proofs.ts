import "server-only";
import type { PrismaClient } from "./generated/client";
import type { Sealer } from "./sealed";

/** What a sign-in left that an STS or the IdP accepts later. */
export const PROOF_KINDS = ["id-token", "refresh-token", "saml-response"] as const;
export type ProofKind = (typeof PROOF_KINDS)[number];

export type Proof = { readonly value: string; readonly issuedAt: Date; readonly expiresAt: Date };

/** Sealed rows bound to their session and kind: a row copied to another session does not open. */
const contextOf = (sessionId: string, kind: ProofKind) => `proof:${sessionId}:${kind}`;

export async function saveProof(
  db: PrismaClient,
  sealer: Sealer,
  row: { sessionId: string; kind: ProofKind } & Proof,
): Promise<void> {
  const { sessionId, kind, issuedAt, expiresAt } = row;
  const data = { sealed: sealer.seal(row.value, contextOf(sessionId, kind)), issuedAt, expiresAt };
  const where = { sessionId_kind: { sessionId, kind } };
  await db.proof.upsert({ where, create: { sessionId, kind, ...data }, update: data, select: { kind: true } });
}

/** The proof if it is there and its time is not over. */
export async function findProof(
  db: PrismaClient,
  sealer: Sealer,
  key: { sessionId: string; kind: ProofKind },
  now: Date,
): Promise<Proof | null> {
  const row = await db.proof.findUnique({ where: { sessionId_kind: { sessionId: key.sessionId, kind: key.kind } } });
  if (row === null || row.expiresAt <= now) return null;
  const value = sealer.unseal(row.sealed, contextOf(key.sessionId, key.kind));
  return value === null ? null : { value, issuedAt: row.issuedAt, expiresAt: row.expiresAt };
}
