import "server-only";
import { createHash } from "node:crypto";
import type { Grant } from "#lib/access/resolve-grants";
import { buildOidcProviderArn, buildSamlProviderArn } from "#lib/aws/arn";
import { findProof } from "#lib/db/proofs";
import { findSession } from "#lib/db/sessions";
import type { Caller } from "#lib/identity";
import { AWS_AUDIENCE } from "#lib/issuer/id-token";
import { buildSamlRecipient } from "#lib/issuer/saml-recipient";
import { buildSubject } from "#lib/issuer/subject";
import { decodeAwsClaims } from "#lib/oidc/aws-claims";
import { listSamlPersonKeys, readAwsAttributes } from "#lib/saml/aws-attributes";
import { buildServiceProvider } from "#lib/saml/service-provider";
import type { TrustRequest } from "#lib/trust/request";
import { describeOwnCall } from "./own-principal-request";
import type { SessionPlan } from "./plan-session";
import type { Portal } from "./portal";

type Describe = (portal: Portal, caller: Caller, plan: SessionPlan, atHub: boolean) => Promise<TrustRequest | null>;

const sentOf = ({ attributes }: SessionPlan) => ({
  sessionTags: attributes.tags,
  transitiveTagKeys: attributes.transitiveTagKeys,
  sourceIdentity: attributes.sourceIdentity,
});

const subjectOf = ({ session }: Caller) => buildSubject(session.identity.idp, session.identity.subject);

/** As IAM names a provider, and with it the condition keys of its tokens. */
const toProvider = (issuer: string) => issuer.replace(/^https?:\/\//, "");

const describePortalToken: Describe = async ({ config }, caller, plan) => {
  const provider = toProvider(config.issuer.url);
  return {
    action: "sts:AssumeRoleWithWebIdentity",
    caller: { kind: "Federated", providerArn: buildOidcProviderArn({ ...plan.grant, provider }) },
    ...sentOf(plan),
    context: { [`${provider}:aud`]: [AWS_AUDIENCE], [`${provider}:sub`]: [subjectOf(caller)] },
  };
};

/** The person's own token is kept for their session only; here it is read once more, and none of it but these claims goes on. */
const describeIdToken: Describe = async ({ storage, now }, { session }, { grant }) => {
  const token = await findProof(storage.db, storage.sealer, { sessionId: session.id, kind: "id-token" }, now());
  if (token === null) return null;
  const { issuer, audience, originalAudiences, subject, amr, ...sent } = decodeAwsClaims(token.value);
  const provider = toProvider(issuer);
  return {
    action: "sts:AssumeRoleWithWebIdentity",
    caller: { kind: "Federated", providerArn: buildOidcProviderArn({ ...grant, provider }) },
    ...sent,
    context: {
      [`${provider}:aud`]: [audience],
      [`${provider}:sub`]: [subject],
      ...(originalAudiences.length === 0 ? {} : { [`${provider}:oaud`]: originalAudiences }),
      ...(amr.length === 0 ? {} : { [`${provider}:amr`]: amr }),
    },
  };
};

/** BASE64(SHA1(issuer, account, "/", provider)): STS API Reference, AssumeRoleWithSAML, NameQualifier. */
const nameQualifier = (issuer: string, { accountId, provider }: Grant) =>
  createHash("sha1").update(`${issuer}${accountId}/${provider}`).digest("base64");

type Assertion = {
  readonly issuer: string;
  readonly recipient: string;
  readonly subject: string;
  /** The last part of its format. */
  readonly subjectType: string;
};

/** The condition keys of an assertion. IAM User Guide, reference_policies_iam-condition-keys. */
function samlRequest(grant: Grant, assertion: Assertion): Pick<TrustRequest, "action" | "caller" | "context"> {
  return {
    action: "sts:AssumeRoleWithSAML",
    caller: { kind: "Federated", providerArn: buildSamlProviderArn(grant) },
    context: {
      "SAML:aud": [assertion.recipient],
      "SAML:iss": [assertion.issuer],
      "SAML:sub": [assertion.subject],
      "SAML:sub_type": [assertion.subjectType],
      "SAML:doc": [`${grant.accountId}/${grant.provider}`],
      "SAML:namequalifier": [nameQualifier(assertion.issuer, grant)],
    },
  };
}

const describePortalAssertion: Describe = async ({ config }, caller, plan) => ({
  ...samlRequest(plan.grant, {
    issuer: config.issuer.samlEntityId,
    recipient: buildSamlRecipient(plan.grant.partition),
    subject: subjectOf(caller),
    subjectType: "persistent",
  }),
  ...sentOf(plan),
});

/** STS shortens SAML's own formats to their last part. */
const shortenFormat = (format: string | null) =>
  (format ?? "unspecified").replace(/^urn:oasis:names:tc:SAML:2\.0:nameid-format:/, "");

/**
 * The IdP's own assertion, by what is known of the sign-in that brought it. Of one that a second application addressed to
 * AWS nothing but the proof itself is kept: then null.
 */
const describeAssertion: Describe = async (portal, { session }, { grant }) => {
  const { identity, id } = session;
  const idp = portal.config.identityProviders.find((one) => one.id === identity.idp);
  if (idp?.type !== "saml" || idp.aws !== undefined) return null;
  const [signIn, metadata] = await Promise.all([
    findSession(portal.storage.db, id),
    portal.samlIdps.get(idp.id)?.current(),
  ]);
  if (!metadata?.ok) return null;
  const { roleSessionName, ...sent } = readAwsAttributes(identity.claims);
  const call = samlRequest(grant, {
    issuer: metadata.value.entityId,
    recipient: buildServiceProvider(portal.config.portal.url, idp.id).acsUrl,
    subject: signIn?.nameId?.value ?? identity.subject,
    subjectType: shortenFormat(signIn?.nameId?.format ?? null),
  });
  const name: TrustRequest["context"] = roleSessionName === null ? {} : { "sts:RoleSessionName": [roleSessionName] };
  return { ...call, ...sent, context: { ...listSamlPersonKeys(identity.claims), ...call.context, ...name } };
};

const nothing: Describe = async () => null;

const DESCRIPTIONS: Record<Grant["via"], Describe> = {
  "portal-oidc": describePortalToken,
  "portal-saml": describePortalAssertion,
  "idp-oidc": describeIdToken,
  "idp-saml": describeAssertion,
  "assume-role": (portal, _caller, plan, atHub) => describeOwnCall(portal, plan, atHub),
  // No role's trust policy is asked.
  "federation-token": nothing,
  "session-token": nothing,
};

/** What AWS sets on every call, but for the portal's address, as which it is known out there. */
const commonKeys = (now: Date, { region }: SessionPlan): TrustRequest["context"] => ({
  "aws:CurrentTime": [now.toISOString()],
  "aws:EpochTime": [String(Math.floor(now.getTime() / 1000))],
  "aws:RequestedRegion": [region],
  "aws:SecureTransport": ["true"],
  "aws:ViaAWSService": ["false"],
});

/**
 * What AWS saw of the call that it refused, as the role's trust policy is asked about it; with `atHub` of the call for the
 * hub on the way. Holds claims and names, never a token, an assertion or a code. Null where no trust policy is asked, or
 * where not enough is known.
 */
export async function describeTrustRequest(
  portal: Portal,
  caller: Caller,
  plan: SessionPlan,
  atHub: boolean,
): Promise<TrustRequest | null> {
  const request = await DESCRIPTIONS[plan.grant.via](portal, caller, plan, atHub);
  if (request === null) return null;
  const context = { ...commonKeys(portal.now(), plan), "sts:RoleSessionName": [plan.attributes.roleSessionName] };
  return { ...request, context: { ...context, ...request.context } };
}
