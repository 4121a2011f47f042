import "server-only";
import type { STSClient } from "@aws-sdk/client-sts";
import { err, ok, type Result } from "#lib/result";
import { type StsTarget, withStsClient } from "./client";
import { type StsRefusal, toStsRefusal } from "./errors";

/** Keys that somebody holds for one call: of an IAM user, or with `sessionToken` of a session. */
export type Keys = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
};

const NO_ANSWER: StsRefusal = {
  code: "sts_unavailable",
  awsCode: null,
  awsMessage: null,
  requestId: null,
  httpStatus: null,
};

/**
 * One call to STS, signed with exactly these keys by a client of its own, which is closed afterwards: nothing of them
 * stays, and no other keys are looked for. What AWS or the way there refused is a value; nothing is logged.
 */
export async function callStsWithKeys<T>(
  call: (client: STSClient) => Promise<T | null>,
  target: StsTarget,
  { accessKeyId, secretAccessKey, sessionToken }: Keys,
): Promise<Result<T, StsRefusal>> {
  const keys = { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) };
  try {
    const answer = await withStsClient(target, keys, call);
    return answer === null ? err(NO_ANSWER) : ok(answer);
  } catch (error) {
    return err(toStsRefusal(error));
  }
}
