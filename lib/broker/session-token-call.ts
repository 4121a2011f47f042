import "server-only";
import type { Credentials } from "#lib/aws/credentials";
import { err, ok, type Result } from "#lib/result";
import { assumeRole } from "#lib/sts/assume-role";
import { callStsWithKeys } from "#lib/sts/call-with-keys";
import type { StsRefusal } from "#lib/sts/errors";
import { askAnywhere } from "#lib/sts/fail-over";
import { getCallerIdentity } from "#lib/sts/get-caller-identity";
import { getSessionToken } from "#lib/sts/get-session-token";
import type { Portal } from "./portal";
import type { Refusal, RefusalCode } from "./refusal";
import type { PlannedRole, SessionTokenPlan } from "./session-token-plan";
import { stsRoute, targetOf } from "./sts-route";

/** What STS gave, and as whom: the ARN of the role's session, or of the IAM user; null when nobody could say. */
export type SessionTokenAnswer = {
  readonly credentials: Credentials;
  readonly arn: string | null;
  readonly requestId: string | null;
  readonly packedPolicySizePercent: number | null;
};

/** Who somebody is, is worth a short wait and no failure. Milliseconds. */
const WHO_AM_I_MS = 3_000;

// AWS says AccessDenied to both: which of them it was, decides who can help.
const DENIED: Readonly<Record<"user" | "role", RefusalCode>> = {
  user: "iam_user_session_denied",
  role: "iam_user_role_denied",
};

function toRefusal(sts: StsRefusal, whose: keyof typeof DENIED): Refusal {
  return { code: sts.code === "sts_access_denied" ? DENIED[whose] : sts.code, sts };
}

const route = (portal: Portal, { region }: SessionTokenPlan) => stsRoute(portal, region);

const mfaOf = ({ ask }: SessionTokenPlan) => ({ serialNumber: ask.device.serialNumber, tokenCode: ask.mfaCode });

async function askForUser(portal: Portal, plan: SessionTokenPlan): Promise<Result<SessionTokenAnswer, Refusal>> {
  const call = getSessionToken({ ...mfaOf(plan), durationSeconds: plan.duration.durationSeconds });
  const issued = await askAnywhere((target) => callStsWithKeys(call, target, plan.ask.key), route(portal, plan));
  if (!issued.ok) return err(toRefusal(issued.error, "user"));
  // The answer does not say whose session it is. What was issued can ask; the typed key has done its one call.
  const who = await callStsWithKeys(
    getCallerIdentity(),
    { ...targetOf(portal, issued.region), requestTimeoutMs: WHO_AM_I_MS, maxAttempts: 1 },
    issued.value.credentials,
  );
  return ok({ ...issued.value, arn: who.ok ? who.value.arn : null, packedPolicySizePercent: null });
}

async function askForRole(
  portal: Portal,
  plan: SessionTokenPlan,
  { grant, attributes, policy }: PlannedRole,
): Promise<Result<SessionTokenAnswer, Refusal>> {
  const call = assumeRole({
    ...attributes,
    roleArn: grant.roleArn,
    durationSeconds: plan.duration.durationSeconds,
    policy,
    policyArns: grant.policyArns,
    externalId: grant.externalId,
    mfa: mfaOf(plan),
  });
  const issued = await askAnywhere((target) => callStsWithKeys(call, target, plan.ask.key), route(portal, plan));
  if (!issued.ok) return err(toRefusal(issued.error, "role"));
  const { credentials, assumedRoleArn, requestId, packedPolicySizePercent } = issued.value;
  return ok({ credentials, requestId, arn: assumedRoleArn, packedPolicySizePercent });
}

/**
 * The one call that the typed key is used for: GetSessionToken, or AssumeRole where a role is asked for. Either is signed
 * with exactly that key, so the role is a first hop and not chained.
 */
export function askWithUserKey(portal: Portal, plan: SessionTokenPlan): Promise<Result<SessionTokenAnswer, Refusal>> {
  return plan.role === null ? askForUser(portal, plan) : askForRole(portal, plan, plan.role);
}
