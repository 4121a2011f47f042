import { buildOidcProviderArn, buildSamlProviderArn } from "#lib/aws/arn";
import { buildSigninHost } from "#lib/aws/console-hosts";
import { type Addresses, CORP, OIDC_CLIENT, STS_AUDIENCE } from "./addresses";
import { type DemoRole, type DemoVia, SENT } from "./demo-roles";
import { PORTAL_USER } from "./iam-users";
import { CORP_SAML_PROVIDER, oidcProviderName, PORTAL_SAML_PROVIDER } from "./provider-names";

/** `awsApplication`: assertions for `idp-saml` come from a second application that is addressed to AWS. */
export type TrustOptions = { readonly addresses: Addresses; readonly awsApplication: boolean };

/**
 * The role's trust policy as IAM stores it: whom it trusts for what proof. Null for `federation-token`, behind which there
 * is no role. IAM User Guide, id_roles_create_for-idp, id_roles_create_for-user_externalid, id_credentials_mfa_configure-api-require.
 */
export function buildTrustPolicy(role: DemoRole, options: TrustOptions): object | null {
  const statement = TRUST[role.via](role, options);
  return statement === null ? null : { Version: "2012-10-17", Statement: [statement] };
}

const TRUST: Record<DemoVia, (role: DemoRole, options: TrustOptions) => object | null> = {
  "portal-oidc": (role, { addresses }) => trustOidc(role, `${addresses.portalUrl}/oidc`, STS_AUDIENCE),
  "portal-saml": (role) => trustSaml(role, PORTAL_SAML_PROVIDER, awsRecipient(role)),
  "idp-oidc": (role, { addresses }) => trustOidc(role, addresses.oidcUrl, OIDC_CLIENT.clientId),
  "idp-saml": (role, { addresses, awsApplication }) =>
    trustSaml(
      role,
      CORP_SAML_PROVIDER,
      awsApplication ? awsRecipient(role) : `${addresses.portalUrl}/api/saml/${CORP}/acs`,
    ),
  "assume-role": (role) => trustPrincipal(role, role.settings.hubRole ?? PORTAL_USER.arn),
  "federation-token": () => null,
  // Anybody's own IAM user, if their account lets them; the second factor is what counts.
  "session-token": (role) => trustPrincipal(role, `arn:${role.account.partition}:iam::${PORTAL_USER.accountId}:root`),
};

const NEEDS_MFA = { Bool: { "aws:MultiFactorAuthPresent": "true" } } as const;

function trustPrincipal(role: DemoRole, principal: string): object {
  const { externalId, mfaSerial } = role.settings;
  const condition = {
    ...(externalId === undefined ? {} : { StringEquals: { "sts:ExternalId": externalId } }),
    ...(mfaSerial === undefined && role.via !== "session-token" ? {} : NEEDS_MFA),
  };
  return {
    Effect: "Allow",
    Principal: { AWS: principal },
    Action: listActions("sts:AssumeRole", role),
    ...(Object.keys(condition).length === 0 ? {} : { Condition: condition }),
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
  return SENT[role.via].tags || role.via === "idp-saml" ? [call, "sts:TagSession", "sts:SetSourceIdentity"] : call;
}

const placeOf = ({ account }: DemoRole) => ({ partition: account.partition, accountId: account.id });
const awsRecipient = ({ account }: DemoRole) => `https://${buildSigninHost(account.partition, null)}/saml`;
