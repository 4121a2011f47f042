import { buildOidcProviderArn, buildSamlProviderArn } from "#lib/aws/arn";
import { partitionRow } from "#lib/aws/partition";
import { type Addresses, CORP, OIDC_CLIENT, STS_AUDIENCE } from "./addresses";
import type { DemoRole, DemoVia } from "./demo-roles";

/** The name of the IAM SAML provider that stands for the portal, and of the company's own. */
export const PORTAL_SAML_PROVIDER = "gatehouse";
export const CORP_SAML_PROVIDER = CORP;

/** `awsApplication`: assertions for `idp-saml` come from a second application that is addressed to AWS. */
export type TrustOptions = { readonly addresses: Addresses; readonly awsApplication: boolean };

/** Host, port and path: what IAM calls the provider, and what its condition keys begin with. */
export function oidcProviderName(url: string): string {
  return url.replace(/^https?:\/\//, "");
}

/** The role's trust policy as IAM stores it: whom it trusts for what proof (aws-facts A8 and B5). */
export function buildTrustPolicy(role: DemoRole, options: TrustOptions): object {
  return { Version: "2012-10-17", Statement: [TRUST[role.via](role, options)] };
}

const TRUST: Record<DemoVia, (role: DemoRole, options: TrustOptions) => object> = {
  "portal-oidc": (role, { addresses }) => trustOidc(role, `${addresses.portalUrl}/oidc`, STS_AUDIENCE),
  "portal-saml": (role) => trustSaml(role, PORTAL_SAML_PROVIDER, awsRecipient(role)),
  "idp-oidc": (role, { addresses }) => trustOidc(role, addresses.oidcUrl, OIDC_CLIENT.clientId),
  "idp-saml": (role, { addresses, awsApplication }) =>
    trustSaml(
      role,
      CORP_SAML_PROVIDER,
      awsApplication ? awsRecipient(role) : `${addresses.portalUrl}/api/saml/${CORP}/acs`,
    ),
  "session-token": (role) => trustUsers(role),
};

/** The account's IAM users, by a second factor only (IAM User Guide, "Configuring MFA-protected API access"). */
function trustUsers({ account }: DemoRole): object {
  return {
    Effect: "Allow",
    Principal: { AWS: `arn:${account.partition}:iam::${account.id}:root` },
    Action: "sts:AssumeRole",
    Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } },
  };
}

function trustOidc(role: DemoRole, url: string, audience: string): object {
  const provider = oidcProviderName(url);
  return {
    Effect: "Allow",
    Principal: { Federated: buildOidcProviderArn({ ...placeOf(role), provider }) },
    Action: listActions("sts:AssumeRoleWithWebIdentity", role),
    Condition: { StringEquals: { [`${provider}:aud`]: audience }, StringLike: { [`${provider}:sub`]: "*" } },
  };
}

function trustSaml(role: DemoRole, provider: string, audience: string): object {
  return {
    Effect: "Allow",
    Principal: { Federated: buildSamlProviderArn({ ...placeOf(role), provider }) },
    Action: listActions("sts:AssumeRoleWithSAML", role),
    Condition: { StringEquals: { "SAML:aud": audience } },
  };
}

/** Session tags and source identity need actions of their own, or STS refuses without saying why. */
function listActions(call: string, role: DemoRole): string | readonly string[] {
  return role.attributed || role.via === "idp-saml" ? [call, "sts:TagSession", "sts:SetSourceIdentity"] : call;
}

const placeOf = ({ account }: DemoRole) => ({ partition: account.partition, accountId: account.id });
const awsRecipient = ({ account }: DemoRole) => `https://${partitionRow(account.partition).signinDomain}/saml`;
