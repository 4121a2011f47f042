import "server-only";
import type { Grant } from "#lib/access/resolve-grants";
import { buildSamlProviderArn } from "#lib/aws/arn";
import type { LoadedConfig } from "#lib/config/load";
import type { Identity } from "#lib/identity";
import { parseAwsRoles, ROLE_ATTRIBUTE } from "#lib/saml/aws-roles";

/** Whether the person's own IdP is the one whose token or assertion this role takes. */
const isOwnIdp = (grant: Grant, identity: Identity) => grant.idp === identity.idp;

function isNamedByAssertion(config: LoadedConfig, grant: Grant, identity: Identity): boolean {
  const provider = config.identityProviders.find((one) => one.id === grant.idp);
  // With a second application addressed to AWS, only its own assertion names roles; it is fetched when it is needed.
  if (provider?.type === "saml" && provider.aws !== undefined) return true;
  const providerArn = buildSamlProviderArn(grant);
  const named = parseAwsRoles(identity.claims[ROLE_ATTRIBUTE] ?? []);
  return named.some((pair) => pair.roleArn === grant.roleArn && pair.providerArn === providerArn);
}

/**
 * Whether this role can be reached from this sign-in. The paths that use the person's own proof need the IdP that makes
 * it, and `idp-saml` offers the rules' grants that the assertion also names.
 */
const OFFERED: Record<Grant["via"], (config: LoadedConfig, grant: Grant, identity: Identity) => boolean> = {
  "portal-oidc": () => true,
  "portal-saml": () => true,
  "idp-oidc": (_config, grant, identity) => isOwnIdp(grant, identity),
  "idp-saml": (config, grant, identity) => isOwnIdp(grant, identity) && isNamedByAssertion(config, grant, identity),
  "assume-role": () => true,
  "federation-token": () => true,
  "session-token": (config) => config.portal.iamUserSessions,
};

export const offeredByIdp = (config: LoadedConfig, grant: Grant, identity: Identity): boolean =>
  OFFERED[grant.via](config, grant, identity);
