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

/** The keys that tell who calls. A role's session is its role here, not its session: `aws:PrincipalArn`. */
export function buildPrincipalKeys(principal: Principal): RequestContext {
  const isUser = principal.kind === "user" || principal.kind === "session-token";
  const { issuedAt, sourceIdentity } = principal;
  return {
    "aws:PrincipalArn": [principal.roleArn ?? principal.arn],
    "aws:PrincipalAccount": [principal.account.id],
    "aws:PrincipalType": [TYPES[principal.kind]],
    "aws:userid": [principal.userId],
    ...(isUser ? { "aws:username": [principal.arn.slice(principal.arn.lastIndexOf("/") + 1)] } : {}),
    // With temporary credentials the key is always there, with a long-term key never.
    ...(principal.kind === "user" ? {} : { "aws:MultiFactorAuthPresent": [String(principal.mfa)] }),
    ...(issuedAt === null ? {} : { "aws:TokenIssueTime": [formatTime(issuedAt)] }),
    ...(sourceIdentity === null ? {} : { "aws:SourceIdentity": [sourceIdentity] }),
    ...Object.fromEntries(principal.tags.map((tag) => [`aws:PrincipalTag/${tag.key}`, [tag.value]])),
  };
}

const TYPES = {
  user: "User",
  role: "AssumedRole",
  "session-token": "User",
  "federated-user": "FederatedUser",
} as const;
