import "server-only";
import { err, ok, type Result } from "#lib/result";
import { type Signer, type StsTarget, stsClient, withStsClient } from "./client";
import { type StsRefusal, toStsRefusal } from "./errors";
import type { IssuedSession, StsCall } from "./issued-session";

const NO_ANSWER: StsRefusal = {
  code: "sts_unavailable",
  awsCode: null,
  awsMessage: null,
  requestId: null,
  httpStatus: null,
};

/** Who signs a call, and through which role on the way. */
export type Signing = {
  readonly signer: Signer;
  /** Role chaining: this role is assumed first, and its session signs the call itself. */
  readonly hub?: StsCall | undefined;
};

async function settle(answer: Promise<IssuedSession | null>): Promise<Result<IssuedSession, StsRefusal>> {
  try {
    const session = await answer;
    return session === null ? err(NO_ANSWER) : ok(session);
  } catch (error) {
    return err(toStsRefusal(error));
  }
}

/**
 * One call to STS, retried as the SDK does; unsigned unless a signing is given. What AWS or the way there refused is a
 * value, `atHub` when it was the hub role that could not be assumed; nothing is logged.
 */
export async function callSts(
  call: StsCall,
  target: StsTarget,
  signing?: Signing,
): Promise<Result<IssuedSession, StsRefusal>> {
  if (signing?.hub === undefined) return settle(call(stsClient(target, signing?.signer)));
  const hub = await settle(signing.hub(stsClient(target, signing.signer)));
  if (!hub.ok) return err({ ...hub.error, atHub: true });
  const { expiresAt: _, ...keys } = hub.value.credentials;
  return settle(withStsClient(target, keys, call));
}
