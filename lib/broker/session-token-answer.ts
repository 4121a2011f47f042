import "server-only";
import { sessionNameOf } from "#lib/aws/arn";
import type { Caller } from "#lib/identity";
import type { IssuedCredentials } from "./issue-credentials";
import type { Portal } from "./portal";
import type { SessionTokenAnswer } from "./session-token-call";
import type { PlannedRole, SessionTokenPlan } from "./session-token-plan";

/** Account id and name of `arn:aws:iam::111122223333:user/path/name`; empty texts for what is no such ARN. */
function splitUserArn(arn: string): { readonly accountId: string; readonly userName: string } {
  const [, accountId = "", resource = ""] = /^arn:[a-z-]+:iam::(\d{12}):(.+)$/.exec(arn) ?? [];
  return { accountId, userName: resource.slice(resource.lastIndexOf("/") + 1) };
}

/** What a session of the IAM user itself is called: the user where AWS said who it is, else what the device tells. */
function describeUser(portal: Portal, { ask }: SessionTokenPlan, arn: string | null) {
  const { accountId, userName } = splitUserArn(arn ?? "");
  const id = accountId || (ask.device.accountId ?? "");
  const known = portal.config.access.accounts.find((account) => account.id === id);
  return {
    accountId: id,
    accountName: known?.name ?? (id || "AWS"),
    roleName: userName || "IAM-user",
    roleArn: arn ?? "",
    assumedRoleArn: arn ?? "",
    sessionName: "",
    sourceIdentity: null,
    tags: {},
  };
}

function describeRole({ grant, attributes }: PlannedRole, arn: string) {
  const { accountId, accountName, roleName, roleArn } = grant;
  return {
    accountId,
    accountName,
    roleName,
    roleArn,
    assumedRoleArn: arn,
    sessionName: sessionNameOf(arn),
    sourceIdentity: attributes.sourceIdentity,
    tags: Object.fromEntries(attributes.tags.map(({ key, value }) => [key, value])),
  };
}

/** The answer in the one shape that all credentials have, whichever way they came. */
export function toIssuedCredentials(
  portal: Portal,
  caller: Caller,
  plan: SessionTokenPlan,
  { credentials, arn, packedPolicySizePercent }: SessionTokenAnswer,
): IssuedCredentials {
  const { expiresAt, ...keys } = credentials;
  const { durationSeconds, maxSeconds, limitedBy } = plan.duration;
  return {
    credentials: { ...keys, expiresAt: expiresAt.toISOString() },
    ...(plan.role === null ? describeUser(portal, plan, arn) : describeRole(plan.role, arn ?? "")),
    region: plan.region,
    durationSeconds,
    maxDurationSeconds: maxSeconds,
    limitedBy,
    presets: plan.role?.presets ?? [],
    policy: plan.role?.policy ?? null,
    packedPolicySizePercent,
    reason: plan.role?.reason ?? null,
    requestId: caller.requestId,
  };
}
