import { buildAssumedRoleArn } from "#lib/aws/arn";
import type { SessionTag } from "#lib/aws/session-tags";
import { type Decision, evaluateTrustPolicy } from "#lib/trust/evaluate-trust-policy";
import { type AssumeAction, type Caller, type RequestContext, resolveContext } from "#lib/trust/request";
import type { Role } from "../estate";
import type { IssuedCredentials } from "../issued-credentials";
import { buildRequestKeys } from "../permissions/request-context";
import type { Call } from "../query/call";
import type { XmlTree } from "../query/xml";
import { accessDenied, isRefusal, type Refusal, validationError } from "../refusal";
import type { Sandbox } from "../sandbox";
import { packSession, readSessionPolicies, type SessionPolicies } from "./session-policy";

export type SessionRequest = {
  readonly action: AssumeAction;
  readonly caller: Caller;
  readonly sessionName: string;
  readonly sessionTags: readonly SessionTag[];
  readonly transitiveTagKeys: readonly string[];
  readonly sourceIdentity: string | null;
  /** Condition keys of the call itself. */
  readonly context: RequestContext;
  /** AWS says no more than this, whatever failed. */
  readonly deniedMessage: string;
  /** The session ends here at the latest (SAML's SessionNotOnOrAfter), or null. */
  readonly endsBefore: Date | null;
  readonly chained: boolean;
  readonly mfa: boolean;
  /** What the caller's own policies say, once the role is known to trust the caller. */
  readonly permits: (role: Role, trust: Decision, context: RequestContext) => boolean;
};

export type RoleSession = {
  readonly credentials: IssuedCredentials;
  readonly role: Role;
  readonly percent: number | null;
};

/** The common end of the three AssumeRole calls: trust policy, session policies, duration, credentials. */
export function startRoleSession(call: Call, sandbox: Sandbox, request: SessionRequest): RoleSession | Refusal {
  const role = sandbox.estate.roles.get(call.parameters.get("RoleArn") ?? "");
  call.note({
    roleSessionName: request.sessionName,
    sourceIdentity: request.sourceIdentity,
    sessionTags: Object.fromEntries(request.sessionTags.map((tag) => [tag.key, tag.value])),
    transitiveTagKeys: request.transitiveTagKeys,
  });
  // A role that does not exist and one that trusts someone else answer alike.
  if (role === undefined) return accessDenied(request.deniedMessage);
  if (!isTrusted(call, sandbox, role, request)) return accessDenied(request.deniedMessage);
  const policies = readSessionPolicies(call.parameters, role.account, sandbox.estate);
  if (isRefusal(policies)) return policies;
  const packed = packSession(policies, request.sessionTags);
  if (isRefusal(packed)) return packed;
  const durationSeconds = resolveSeconds(call, role, request.chained);
  if (typeof durationSeconds !== "number") return durationSeconds;
  const credentials = issue(sandbox, role, { ...request, policies }, durationSeconds);
  call.note({
    durationSeconds: Math.round((credentials.expiresAt.getTime() - sandbox.clock().getTime()) / 1000),
    assumedRoleArn: credentials.principal.arn,
    accessKeyId: credentials.accessKeyId,
    expiresAt: credentials.expiresAt.toISOString(),
  });
  return { credentials, role, percent: packed.percent };
}

/** The role's trust policy first, then what the caller may do by itself. */
function isTrusted(call: Call, sandbox: Sandbox, role: Role, request: SessionRequest): boolean {
  const context = {
    ...buildRequestKeys(call, sandbox),
    "sts:RoleSessionName": [request.sessionName],
    ...request.context,
  };
  const trustRequest = { ...request, context };
  const trust = evaluateTrustPolicy(role.trustPolicy, trustRequest);
  call.note({ trust });
  return trust.allowed && request.permits(role, trust, Object.fromEntries(resolveContext(trustRequest)));
}

function resolveSeconds(call: Call, role: Role, chained: boolean): number | Refusal {
  const durationSeconds = Number(call.parameters.get("DurationSeconds") ?? 3600);
  if (chained && durationSeconds > 3600) {
    return validationError(
      "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.",
    );
  }
  return durationSeconds > role.maxSessionDurationSeconds
    ? validationError("The requested DurationSeconds exceeds the MaxSessionDuration set for this role.")
    : durationSeconds;
}

function issue(
  sandbox: Sandbox,
  role: Role,
  request: SessionRequest & { readonly policies: SessionPolicies },
  durationSeconds: number,
): IssuedCredentials {
  const endsAt = sandbox.clock().getTime() + durationSeconds * 1000;
  const expiresAt = new Date(Math.min(endsAt, request.endsBefore?.getTime() ?? endsAt));
  const { account, name } = role;
  const principal = {
    kind: "role" as const,
    account,
    arn: buildAssumedRoleArn({
      partition: account.partition,
      accountId: account.id,
      roleName: name,
      sessionName: request.sessionName,
    }),
    userId: `${role.id}:${request.sessionName}`,
    roleArn: role.arn,
    identityArn: role.arn,
    sessionPolicies: request.policies.parsed,
    issuedAt: sandbox.clock(),
    sessionName: request.sessionName,
    sourceIdentity: request.sourceIdentity,
    tags: request.sessionTags,
    transitiveTagKeys: request.transitiveTagKeys,
    mfa: request.mfa,
    chained: request.chained,
  };
  return sandbox.credentials.issue(principal, expiresAt);
}

/** `Credentials` of every answer that has them. */
export function formatCredentials(credentials: IssuedCredentials): XmlTree {
  return {
    AccessKeyId: credentials.accessKeyId,
    SecretAccessKey: credentials.secretAccessKey,
    SessionToken: credentials.sessionToken,
    Expiration: credentials.expiresAt,
  };
}

export function formatRoleSession(session: RoleSession): XmlTree {
  const { principal } = session.credentials;
  return {
    Credentials: formatCredentials(session.credentials),
    AssumedRoleUser: { AssumedRoleId: principal.userId, Arn: principal.arn },
    PackedPolicySize: session.percent,
    SourceIdentity: principal.sourceIdentity,
  };
}
