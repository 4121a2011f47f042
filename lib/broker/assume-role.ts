import "server-only";
import type { Grant } from "#lib/access/resolve-grants";
import { resolveSessionAttributes } from "#lib/access/session-attributes";
import type { AuditDetail, AuditEntry, AuditKind } from "#lib/audit/event";
import { type ResolvedDuration, resolveDuration } from "#lib/aws/duration";
import type { Caller } from "#lib/identity";
import { err, ok, type Result } from "#lib/result";
import { callSts, type IssuedSession } from "#lib/sts/calls";
import { findGrant } from "./find-grant";
import type { Portal } from "./portal";
import { PATH_MAX_SECONDS, type ProofRefusal, type SessionRequest, STS_INPUTS } from "./proofs";
import type { Refusal } from "./refusal";
import { regionOf } from "./region-of";

export type RoleRequest = {
  readonly accountId: string;
  readonly roleName: string;
  readonly durationSeconds?: number | undefined;
};

/** What AWS gave, and what it was asked for. */
export type AssumedRole = {
  readonly grant: Grant;
  readonly region: string;
  readonly session: IssuedSession;
  readonly duration: ResolvedDuration;
  readonly request: SessionRequest;
};

/** The three events of one asking; the console has its own. */
export type AuditKinds = {
  readonly requested: AuditKind;
  readonly refused: AuditKind;
  readonly failed: AuditKind;
};

/** The common part of each entry of this asking. */
function entryOf(portal: Portal, caller: Caller, role: AuditEntry["role"]) {
  const { requestId, address, userAgent, session } = caller;
  const { idp, subject, email } = session.identity;
  return {
    at: portal.now(),
    requestId,
    address,
    userAgent,
    actor: { idp, subject, email },
    sessionId: session.id,
    role,
  };
}

const roleOf = (request: RoleRequest, grant: Grant | null): AuditEntry["role"] => ({
  accountId: request.accountId,
  roleName: request.roleName,
  roleArn: grant?.roleArn ?? null,
});

function remainingSeconds(portal: Portal, caller: Caller): number | null {
  if (!portal.config.portal.capCredentialsToSession) return null;
  return Math.floor((caller.session.expiresAt.getTime() - portal.now().getTime()) / 1000);
}

/** Everything about the call that can be decided before anything is signed or sent. */
function planSession(portal: Portal, caller: Caller, grant: Grant, request: RoleRequest) {
  const duration = resolveDuration({
    requestedSeconds: request.durationSeconds,
    roleDefaultSeconds: grant.defaultDurationSeconds,
    roleMaxSeconds: grant.maxDurationSeconds,
    pathMaxSeconds: PATH_MAX_SECONDS[grant.via],
    portalSessionRemainingSeconds: remainingSeconds(portal, caller),
  });
  if (!duration.ok) return duration;
  const attributes = resolveSessionAttributes(grant, caller.session.identity);
  if (!attributes.ok) return attributes;
  return ok({ duration: duration.value, attributes: attributes.value });
}

const detailOf = (grant: Grant, region: string, request: SessionRequest): AuditDetail => ({
  accountName: grant.accountName,
  via: grant.via,
  provider: grant.provider,
  region,
  durationSeconds: request.durationSeconds,
  grantedBy: grant.grantedBy,
  sessionName: request.roleSessionName,
  ...(request.sourceIdentity === null ? {} : { sourceIdentity: request.sourceIdentity }),
  ...(request.tags.length === 0 ? {} : { tags: Object.fromEntries(request.tags.map((tag) => [tag.key, tag.value])) }),
  ...(request.policyArns.length === 0 ? {} : { policyArns: request.policyArns }),
});

const OUTAGES = new Set(["sts_unavailable", "sts_throttled", "idp_unavailable", "internal_error"]);

/**
 * From a name that somebody sent to a session in AWS. The grant is resolved again, now, from the person's claims; the
 * request is committed to the audit before AWS is asked, and its refusal afterwards. The caller records the success,
 * since it knows what was made of it. Refuses what the person does not hold, whatever they name.
 */
export async function assumeRole(
  portal: Portal,
  caller: Caller,
  request: RoleRequest,
  kinds: AuditKinds,
): Promise<Result<AssumedRole & { readonly detail: AuditDetail }, Refusal>> {
  const grant = findGrant(portal, caller, request);
  const refuse = async (refusal: Refusal, detail: AuditDetail) => {
    const failed = OUTAGES.has(refusal.code);
    await portal.record({
      ...entryOf(portal, caller, roleOf(request, grant)),
      kind: failed ? kinds.failed : kinds.refused,
      outcome: failed ? "failed" : "refused",
      detail: { ...detail, reason: refusal.code, ...awsDetail(refusal) },
    });
    return err(refusal);
  };
  if (grant === null) return refuse({ code: "role_not_granted" }, {});
  const plan = planSession(portal, caller, grant, request);
  const basics = { accountName: grant.accountName, via: grant.via, grantedBy: grant.grantedBy };
  if (!plan.ok) return refuse(typeof plan.error === "string" ? { code: plan.error } : plan.error, basics);
  const region = regionOf(portal.config, grant);
  const { duration, attributes } = plan.value;
  const sessionRequest = {
    grant,
    durationSeconds: duration.durationSeconds,
    policyArns: grant.policyArns,
    ...attributes,
  };
  const detail = { ...detailOf(grant, region, sessionRequest), limitedBy: duration.limitedBy };
  const input = await STS_INPUTS[grant.via](portal, caller, sessionRequest);
  if (!input.ok) return refuse(toRefusal(input.error), detail);
  const common = entryOf(portal, caller, roleOf(request, grant));
  await portal.record({ ...common, kind: kinds.requested, outcome: "requested", detail });
  const answer = await callSts(input.value, { region, endpoint: portal.config.aws.endpoints.sts });
  if (!answer.ok) return refuse({ code: answer.error.code, sts: answer.error }, detail);
  return ok({ grant, region, session: answer.value, duration, request: sessionRequest, detail });
}

const toRefusal = (refusal: ProofRefusal): Refusal => refusal;

const awsDetail = (refusal: Refusal): AuditDetail => {
  const { awsCode, requestId } = refusal.sts ?? {};
  return { ...(awsCode ? { awsCode } : {}), ...(requestId ? { awsRequestId: requestId } : {}) };
};
