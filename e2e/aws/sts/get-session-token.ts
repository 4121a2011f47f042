import type { Action } from "../query/call";
import { CONSTRAINTS, checkConstraints } from "../query/constraints";
import { NO_SESSION, verifySigner } from "../query/sigv4";
import { accessDenied, isRefusal } from "../refusal";
import { verifyMfa } from "./mfa";
import { formatCredentials } from "./start-role-session";

const { LongDurationSeconds, SerialNumber, TokenCode } = CONSTRAINTS;

/** STS API Reference, GetSessionToken: an IAM user's long-term key only, up to 36 hours, 12 when not said. */
export const getSessionToken: Action = (call, sandbox) => {
  const signer = verifySigner(call, sandbox);
  if (isRefusal(signer)) return signer;
  const invalid = checkConstraints(call.parameters, { DurationSeconds: LongDurationSeconds, SerialNumber, TokenCode });
  if (invalid) return invalid;
  if (signer.kind !== "user") return accessDenied("Cannot call GetSessionToken with session credentials");
  const mfa = verifyMfa(call, sandbox, signer);
  if (typeof mfa !== "boolean") return mfa;
  const durationSeconds = Number(call.parameters.get("DurationSeconds") ?? 43_200);
  const expiresAt = new Date(sandbox.clock().getTime() + durationSeconds * 1000);
  const { account, arn, userId } = signer;
  const principal = {
    ...NO_SESSION,
    kind: "session-token" as const,
    account,
    arn,
    identityArn: arn,
    userId,
    mfa,
    issuedAt: sandbox.clock(),
  };
  const credentials = sandbox.credentials.issue(principal, expiresAt);
  call.note({ durationSeconds, accessKeyId: credentials.accessKeyId, expiresAt: expiresAt.toISOString() });
  return { Credentials: formatCredentials(credentials) };
};
