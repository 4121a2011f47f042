import "server-only";
import { err, ok, type Result } from "#lib/result";
import { type StsTarget, stsClient } from "./client";
import { type StsRefusal, toStsRefusal } from "./errors";
import type { IssuedSession, StsCall } from "./issued-session";

const NO_ANSWER: StsRefusal = {
  code: "sts_unavailable",
  awsCode: null,
  awsMessage: null,
  requestId: null,
  httpStatus: null,
};

/** One call to STS, retried as the SDK does. What AWS or the way there refused is a value; nothing is logged. */
export async function callSts(call: StsCall, target: StsTarget): Promise<Result<IssuedSession, StsRefusal>> {
  try {
    const session = await call(stsClient(target));
    return session === null ? err(NO_ANSWER) : ok(session);
  } catch (error) {
    return err(toStsRefusal(error));
  }
}
