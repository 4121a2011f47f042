import "server-only";
import type { AuditDetail, AuditKind } from "#lib/audit/event";
import { sessionNameOf } from "#lib/aws/arn";
import type { Caller } from "#lib/identity";
import { err, ok, type Result } from "#lib/result";
import { isUnscoped } from "#lib/session-policy/is-unscoped";
import { toRemembered } from "#lib/session-policy/remembered-scope";
import { callStsAnywhere } from "#lib/sts/fail-over";
import type { IssuedSession } from "#lib/sts/issued-session";
import { entryOf } from "./audit-entry";
import { findGrant } from "./find-grant";
import { planSession, type RoleRequest, type SessionPlan } from "./plan-session";
import type { Portal } from "./portal";
import { PROOFS } from "./proofs";
import { writeTrustRequest } from "./recorded-request";
import type { Refusal } from "./refusal";
import { stsRoute } from "./sts-route";
import { describeTrustRequest } from "./trust-request";

/** What AWS gave, for what. `detail` is what the audit says of it. */
export type AssumedRole = SessionPlan & { readonly session: IssuedSession; readonly detail: AuditDetail };

/** The events of one asking, but for its success, which the use case records. */
export type AskKinds = { readonly requested: AuditKind; readonly refused: AuditKind; readonly failed: AuditKind };

const OUTAGES: ReadonlySet<string> = new Set(["sts_unavailable", "sts_throttled", "idp_unavailable"]);

function describePlan(plan: SessionPlan): AuditDetail {
  const { grant, region, duration, attributes, policy, presets } = plan;
  const { roleSessionName, sourceIdentity, tags } = attributes;
  return {
    accountName: grant.accountName,
    via: grant.via,
    ...(grant.provider === null ? {} : { provider: grant.provider }),
    ...(grant.hubRole === null ? {} : { hubRole: grant.hubRole }),
    region,
    durationSeconds: duration.durationSeconds,
    limitedBy: duration.limitedBy,
    grantedBy: grant.grantedBy,
    // An assertion of the IdP's brings its own, which AWS's answer tells.
    ...(grant.via === "idp-saml" ? {} : { sessionName: roleSessionName }),
    ...(sourceIdentity === null ? {} : { sourceIdentity }),
    ...(tags.length === 0 ? {} : { tags: Object.fromEntries(tags.map(({ key, value }) => [key, value])) }),
    ...(grant.policyArns.length === 0 ? {} : { policyArns: grant.policyArns }),
    ...(policy === null ? {} : { sessionPolicy: policy }),
    ...(presets.length === 0 ? {} : { scope: presets }),
    ...(plan.reason === null ? {} : { givenReason: plan.reason }),
    ...(plan.mfaCode === null ? {} : { mfa: "code given" }),
  };
}

/** The command line, or the lease, that asked in the person's name. */
const describeProgram = ({ program, lease }: Caller): AuditDetail => ({
  ...(program === undefined ? {} : { clientName: program.name, cliSignInId: program.signInId }),
  ...(lease === undefined ? {} : { leaseName: lease.name, leaseId: lease.id }),
});

/** What was chosen, so that the same can be asked for again; a point in time is over by then. */
function describeScopeChoice({ scope }: RoleRequest): AuditDetail {
  const again = toRemembered(scope ?? {});
  return isUnscoped(again) ? {} : { chosenScope: JSON.stringify(again) };
}

const describeAws = ({ sts }: Refusal): AuditDetail => ({
  ...(sts?.awsCode ? { awsCode: sts.awsCode } : {}),
  ...(sts?.requestId ? { awsRequestId: sts.requestId } : {}),
});

/** What a role's trust policy, or its longest session, may have refused. */
export const EXPLAINABLE: ReadonlySet<string> = new Set(["sts_access_denied", "sts_validation"]);

/** The request as AWS saw it, so that the refusal can be explained later; nothing where that cannot be told. */
async function describeDenied(
  portal: Portal,
  caller: Caller,
  plan: SessionPlan,
  { code, sts }: Refusal,
): Promise<AuditDetail> {
  if (!EXPLAINABLE.has(code)) return {};
  const atHub = sts?.atHub === true;
  // The refusal itself must not fail for what is only its explanation.
  const request = await describeTrustRequest(portal, caller, plan, atHub).catch(() => null);
  const trustRequest = request === null ? null : writeTrustRequest(request);
  return {
    ...(trustRequest === null ? {} : { trustRequest }),
    ...(atHub && plan.grant.hubRole !== null ? { refusedAt: plan.grant.hubRole } : {}),
  };
}

const describeSession = ({
  credentials,
  assumedRoleArn,
  requestId,
  packedPolicySizePercent,
}: IssuedSession): AuditDetail => ({
  accessKeyId: credentials.accessKeyId,
  sessionName: sessionNameOf(assumedRoleArn),
  assumedRoleArn,
  expiresAt: credentials.expiresAt.toISOString(),
  ...(requestId === null ? {} : { awsRequestId: requestId }),
  ...(packedPolicySizePercent === null ? {} : { packedPolicySizePercent }),
});

/** GetFederationToken answers for the account of whoever signs, whatever the configuration says. */
const isOfAccount = ({ grant }: SessionPlan, { assumedRoleArn }: IssuedSession): boolean =>
  grant.via !== "federation-token" || assumedRoleArn.split(":")[4] === grant.accountId;

/** Commits the request to the audit while the proof is signed or fetched; AWS is asked when both are done. */
async function askSts(
  portal: Portal,
  caller: Caller,
  plan: SessionPlan,
  kind: AuditKind,
): Promise<Result<IssuedSession, Refusal>> {
  const common = entryOf(caller, portal.now(), plan.grant);
  const [proof] = await Promise.all([
    PROOFS[plan.grant.via](portal, caller, plan),
    portal.record({
      ...common,
      kind,
      outcome: "requested",
      detail: { ...describePlan(plan), ...describeProgram(caller) },
    }),
  ]);
  if (!proof.ok) return proof;
  const { call, signing } = proof.value;
  const answer = await callStsAnywhere(call, stsRoute(portal, plan.region), signing);
  if (!answer.ok) return err({ code: answer.error.code, sts: answer.error });
  return isOfAccount(plan, answer.value) ? answer : err({ code: "federation_account_differs" });
}

/**
 * From a name that somebody sent to a session in AWS. The grant is resolved again, now, from the person's claims; the
 * request is committed to the audit before AWS is asked, and a refusal before it is returned. The success is the
 * caller's to record, who knows what became of it. Refuses what the person does not hold, whatever they name.
 */
export async function assumeRole(
  portal: Portal,
  caller: Caller,
  request: RoleRequest,
  kinds: AskKinds,
): Promise<Result<AssumedRole, Refusal>> {
  const { accountId, roleName } = request;
  const grant = findGrant(portal, caller, request);
  const refuse = async (refusal: Refusal, detail: AuditDetail) => {
    const outcome = OUTAGES.has(refusal.code) ? "failed" : "refused";
    await portal.record({
      ...entryOf(caller, portal.now(), { accountId, roleName, roleArn: grant?.roleArn ?? null }),
      kind: kinds[outcome],
      outcome,
      detail: { ...detail, ...describeProgram(caller), ...describeAws(refusal), reason: refusal.code },
    });
    return err(refusal);
  };
  if (grant === null) return refuse({ code: "role_not_granted" }, {});
  const plan = await planSession(portal, caller, grant, request);
  if (!plan.ok)
    return refuse(plan.error, { accountName: grant.accountName, via: grant.via, grantedBy: grant.grantedBy });
  const session = await askSts(portal, caller, plan.value, kinds.requested);
  const detail = { ...describePlan(plan.value), ...describeScopeChoice(request), ...describeProgram(caller) };
  if (!session.ok) {
    const denied = await describeDenied(portal, caller, plan.value, session.error);
    return refuse(session.error, { ...detail, ...denied });
  }
  return ok({ ...plan.value, session: session.value, detail: { ...detail, ...describeSession(session.value) } });
}
