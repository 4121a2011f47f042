import { readAwsClaims } from "../jwt/aws-claims";
import { type VerifiedToken, verifyIdToken } from "../jwt/verify-id-token";
import type { Action } from "../query/call";
import { CONSTRAINTS, checkConstraints } from "../query/constraints";
import { checkPolicyArns } from "../query/lists";
import { accessDenied, invalidIdentityToken, isRefusal } from "../refusal";
import { readRoleArn } from "./role-arn";
import { formatRoleSession, startRoleSession } from "./start-role-session";

const { RoleArn, RoleSessionName, WebIdentityToken, ProviderId, Policy, DurationSeconds } = CONSTRAINTS;
const NO_PROVIDER = invalidIdentityToken("No OpenIDConnect provider found in your account");
const DENIED = "Not authorized to perform sts:AssumeRoleWithWebIdentity";

/** STS API Reference, AssumeRoleWithWebIdentity, for tokens of registered OIDC providers. */
export const assumeRoleWithWebIdentity: Action = async (call, sandbox) => {
  const invalid =
    checkConstraints(call.parameters, {
      RoleArn,
      RoleSessionName,
      WebIdentityToken,
      ProviderId,
      Policy,
      DurationSeconds,
    }) ?? checkPolicyArns(call.parameters);
  if (invalid) return invalid;
  // Only the two old OAuth 2.0 providers are named; neither is here.
  if (call.parameters.has("ProviderId")) return accessDenied(DENIED);
  const roleArn = readRoleArn(call, NO_PROVIDER);
  if (isRefusal(roleArn)) return roleArn;

  const token = await verifyIdToken(sandbox, roleArn, call.parameters.get("WebIdentityToken") ?? "");
  if (isRefusal(token)) return token;
  const providerArn = token.provider.arn;
  const { issuer, subject, audience, claims } = token;
  call.note({ providerArn, issuer, subject, audience, claims });
  const aws = readAwsClaims(claims, roleArn.arn);
  if (isRefusal(aws)) return aws;

  const session = startRoleSession(call, sandbox, {
    action: "sts:AssumeRoleWithWebIdentity",
    caller: { kind: "Federated", providerArn },
    sessionName: call.parameters.get("RoleSessionName") ?? "",
    ...aws,
    context: buildContext(token, aws.authorizedByIdp),
    deniedMessage: DENIED,
    endsBefore: null,
    chained: false,
    mfa: false,
    // Who comes with a token or an assertion has no policies of its own.
    permits: () => true,
  });
  if (isRefusal(session)) return session;
  return {
    ...formatRoleSession(session),
    SubjectFromWebIdentityToken: subject,
    Audience: audience,
    Provider: providerArn,
  };
};

/** The condition keys of this call; the token's are named after its issuer. */
function buildContext(token: VerifiedToken, authorizedByIdp: boolean): Record<string, readonly string[]> {
  const host = token.issuer.replace(/^https?:\/\//, "");
  return {
    [`${host}:aud`]: [token.audience],
    [`${host}:sub`]: [token.subject],
    [`${host}:amr`]: token.amr,
    [`${host}:oaud`]: token.oaud,
    [`${host}:email`]: token.email,
    "aws:FederatedProvider": [token.provider.arn],
    "aws:PrincipalAccount": [token.provider.account.id],
    "aws:PrincipalType": ["User"],
    "aws:userid": [token.provider.arn],
    "sts:RoleAuthorizedByIdp": [String(authorizedByIdp)],
  };
}
