import type { RequestContext } from "#lib/trust/request";
import type { Principal } from "../issued-credentials";
import type { Call } from "../query/call";
import { findScope } from "../query/sigv4";
import { formatTime } from "../query/xml";
import type { Sandbox } from "../sandbox";

/** The Region that a call is for: its endpoint's, else the one it was signed for. */
export function findRequestedRegion(call: Call): string {
  return call.region ?? findScope(call.http).region ?? "us-east-1";
}

/** The keys that every request has. IAM User Guide, reference_policies_condition-keys. */
export function buildRequestKeys(call: Call, sandbox: Sandbox): RequestContext {
  const now = sandbox.clock();
  return {
    "aws:RequestedRegion": [findRequestedRegion(call)],
    "aws:SourceIp": [call.http.sourceIp],
    "aws:CurrentTime": [formatTime(now)],
    "aws:EpochTime": [String(Math.floor(now.getTime() / 1000))],
    // AWS is called over TLS only; that the stand-in is not is nothing that a policy could know.
    "aws:SecureTransport": ["true"],
    "aws:ViaAWSService": ["false"],
  };
}

/**
 * The keys that tell who calls. A role's session is its role here, not its session: `aws:PrincipalArn`. `code`: a second
 * factor was given with this very call.
 */
export function buildPrincipalKeys(principal: Principal, now: Date, code = false): RequestContext {
  const isUser = principal.kind === "user" || principal.kind === "session-token";
  const { issuedAt, sourceIdentity } = principal;
  return {
    "aws:PrincipalArn": [principal.roleArn ?? principal.arn],
    "aws:PrincipalAccount": [principal.account.id],
    "aws:PrincipalType": [TYPES[principal.kind]],
    "aws:userid": [principal.userId],
    ...(isUser ? { "aws:username": [principal.arn.slice(principal.arn.lastIndexOf("/") + 1)] } : {}),
    ...buildFactorKeys(principal, now, code),
    ...(issuedAt === null ? {} : { "aws:TokenIssueTime": [formatTime(issuedAt)] }),
    ...(sourceIdentity === null ? {} : { "aws:SourceIdentity": [sourceIdentity] }),
    ...Object.fromEntries(principal.tags.map((tag) => [`aws:PrincipalTag/${tag.key}`, [tag.value]])),
  };
}

/**
 * With temporary credentials aws:MultiFactorAuthPresent is always there, with a long-term key only beside a code. The age
 * counts whole seconds, and is there with a second factor only.
 */
function buildFactorKeys({ kind, mfa, issuedAt }: Principal, now: Date, code: boolean): RequestContext {
  if (code) return { "aws:MultiFactorAuthPresent": ["true"], "aws:MultiFactorAuthAge": ["0"] };
  if (kind === "user") return {};
  if (!mfa || issuedAt === null) return { "aws:MultiFactorAuthPresent": ["false"] };
  const age = Math.floor((now.getTime() - issuedAt.getTime()) / 1000);
  return { "aws:MultiFactorAuthPresent": ["true"], "aws:MultiFactorAuthAge": [String(age)] };
}

const TYPES = {
  user: "User",
  role: "AssumedRole",
  "session-token": "User",
  "federated-user": "FederatedUser",
} as const;
