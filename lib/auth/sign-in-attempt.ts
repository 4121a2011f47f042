import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import type { SignInOutcome } from "#lib/db/sign-in-codes";
import type { RequestContext } from "#lib/identity";

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
