import "server-only";
import type { AuditDetail } from "#lib/audit/event";
import type { Caller } from "#lib/identity";
import { err, ok, type Result } from "#lib/result";
import { entryOf } from "./audit-entry";
import type { IssuedCredentials } from "./issue-credentials";
import { currentPortal, type Portal } from "./portal";
import type { Refusal } from "./refusal";
import { toIssuedCredentials } from "./session-token-answer";
import { askWithUserKey, type SessionTokenAnswer } from "./session-token-call";
import { type PlannedRole, planSessionToken, type SessionTokenPlan } from "./session-token-plan";
import type { SessionTokenRequest } from "./session-token-request";

const OUTAGES: ReadonlySet<string> = new Set(["sts_unavailable", "sts_throttled"]);

/** What may be said of a call: the key by its public id, the device only where it is an ARN and so cannot be a secret. */
function describePlan({ ask, role, region, duration }: SessionTokenPlan): AuditDetail {
  const { serialNumber, partition } = ask.device;
  return {
    via: "session-token",
    region,
    durationSeconds: duration.durationSeconds,
    limitedBy: duration.limitedBy,
    userAccessKeyId: ask.key.accessKeyId,
    ...(partition === null ? {} : { mfaDevice: serialNumber }),
    mfa: "code given",
    ...(role === null ? {} : describeRole(role)),
  };
}

function describeRole({ grant, attributes, reason, policy, presets }: PlannedRole): AuditDetail {
  const { roleSessionName, sourceIdentity, tags } = attributes;
  const { accountName, grantedBy, policyArns } = grant;
  return {
    accountName,
    grantedBy,
    sessionName: roleSessionName,
    ...(sourceIdentity === null ? {} : { sourceIdentity }),
    ...(tags.length === 0 ? {} : { tags: Object.fromEntries(tags.map(({ key, value }) => [key, value])) }),
    ...(policyArns.length === 0 ? {} : { policyArns }),
    ...(policy === null ? {} : { sessionPolicy: policy }),
    ...(presets.length === 0 ? {} : { scope: presets }),
    ...(reason === null ? {} : { givenReason: reason }),
  };
}

const describeAnswer = ({ role }: SessionTokenPlan, { credentials, arn, requestId }: SessionTokenAnswer) => ({
  accessKeyId: credentials.accessKeyId,
  expiresAt: credentials.expiresAt.toISOString(),
  ...(arn === null ? {} : role === null ? { iamUser: arn } : { assumedRoleArn: arn }),
  ...(requestId === null ? {} : { awsRequestId: requestId }),
});

/** Writes the audit of one asking. The role is named as it was asked for; its ARN only once the person was found to hold it. */
function auditOf(portal: Portal, caller: Caller, body: SessionTokenRequest) {
  const entry = (plan: SessionTokenPlan | null) => {
    const asked = body.role === undefined ? null : { ...body.role, roleArn: plan?.role?.grant.roleArn ?? null };
    return entryOf(caller, portal.now(), asked);
  };
  const detailOf = (plan: SessionTokenPlan | null) => (plan === null ? { via: "session-token" } : describePlan(plan));
  return {
    requested: (plan: SessionTokenPlan) =>
      portal.record({
        ...entry(plan),
        kind: "credentials.requested",
        outcome: "requested",
        detail: describePlan(plan),
      }),
    issued: (plan: SessionTokenPlan, answer: SessionTokenAnswer) =>
      portal.record({
        ...entry(plan),
        kind: "credentials.issued",
        outcome: "granted",
        detail: { ...describePlan(plan), ...describeAnswer(plan, answer) },
      }),
    refused: async (plan: SessionTokenPlan | null, refusal: Refusal): Promise<Result<never, Refusal>> => {
      const outcome = OUTAGES.has(refusal.code) ? "failed" : "refused";
      const { awsCode, requestId } = refusal.sts ?? {};
      const aws = { ...(awsCode ? { awsCode } : {}), ...(requestId ? { awsRequestId: requestId } : {}) };
      const detail = { ...detailOf(plan), ...aws, reason: refusal.code };
      await portal.record({ ...entry(plan), kind: `credentials.${outcome}`, outcome, detail });
      return err(refusal);
    },
  };
}

/**
 * A session for the caller's own IAM user, or for a role that they hold by the path `session-token`, from a long-term key
 * and an MFA code typed for this one call. Key and code are in nothing that is kept: not in the audit, the log or a cache.
 * The request is committed to the audit before AWS is asked, and the outcome before the answer is returned.
 */
export async function issueSessionToken(
  caller: Caller,
  body: SessionTokenRequest,
): Promise<Result<IssuedCredentials, Refusal>> {
  const portal = await currentPortal();
  const audit = auditOf(portal, caller, body);
  const plan = await planSessionToken(portal, caller, body);
  if (!plan.ok) return audit.refused(null, plan.error);
  await audit.requested(plan.value);
  const answer = await askWithUserKey(portal, plan.value);
  if (!answer.ok) return audit.refused(plan.value, answer.error);
  await audit.issued(plan.value, answer.value);
  return ok(toIssuedCredentials(portal, caller, plan.value, answer.value));
}
