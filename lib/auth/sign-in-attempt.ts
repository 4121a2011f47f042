import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import type { ProofKind } from "#lib/db/proofs";
import type { NameIdColumn } from "#lib/db/sessions";
import type { Identity, RequestContext } from "#lib/identity";

/** What a verified answer of an IdP comes to: who it is, until when, and what it left for later. */
export type SignInOutcome = {
  readonly identity: Identity;
  readonly nameId: NameIdColumn | null;
  readonly sessionIndex: string | null;
  /** The IdP's own end of the session (SessionNotOnOrAfter), where it names one. */
  readonly notAfter: Date | null;
  readonly proofs: readonly { kind: ProofKind; value: string; issuedAt: Date; expiresAt: Date }[];
};

/** One run through next-auth. Its callbacks get neither the request nor each other's results; this carries both. */
export type SignInAttempt = {
  readonly context: RequestContext;
  readonly idp: string | null;
  outcome: SignInOutcome | null;
  /** Why it was refused, as a code for the audit. */
  refusal: string | null;
};

export const signInAttempts = new AsyncLocalStorage<SignInAttempt>();

/** The attempt that this call belongs to. Throws outside of one, which is a bug. */
export function currentAttempt(): SignInAttempt {
  const attempt = signInAttempts.getStore();
  if (attempt === undefined) throw new Error("not inside a sign-in attempt");
  return attempt;
}
