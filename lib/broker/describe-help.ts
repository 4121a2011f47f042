import "server-only";
import type { Grant } from "#lib/access/resolve-grants";
import { partitionOfRegion } from "#lib/aws/partition";
import type { LoadedConfig } from "#lib/config/load";
import type { Caller } from "#lib/identity";
import { AWS_AUDIENCE } from "#lib/issuer/id-token";
import { buildSamlRecipient } from "#lib/issuer/saml-recipient";
import { buildServiceProvider } from "#lib/saml/service-provider";
import { offeredGrants } from "./offered-grants";
import { currentPortal } from "./portal";
import { regionOf } from "./region-of";

const MAX_ROLES = 5;

type Idp = LoadedConfig["identityProviders"][number];

/** What is registered at an identity provider for this portal. None of it is secret: sign-in itself shows it. */
function describeIdp(idp: Idp, portalUrl: string) {
  const { id, name } = idp;
  if (idp.type === "saml") return { type: "saml" as const, id, name, ...buildServiceProvider(portalUrl, id) };
  return {
    type: "oidc" as const,
    id,
    name,
    issuer: idp.issuer,
    clientId: idp.clientId,
    redirectUri: `${portalUrl}/api/auth/callback/${id}`,
    logoutUri: `${portalUrl}/sign-in`,
  };
}

const toRole = (config: LoadedConfig, grant: Grant) => ({
  accountId: grant.accountId,
  accountName: grant.accountName,
  roleName: grant.roleName,
  roleArn: grant.roleArn,
  region: regionOf(config, grant),
  partition: grant.partition,
  via: grant.via,
});

/** The values that the help is written with: the portal's own, and the first of the roles that the caller holds now. */
export async function describeHelp(caller: Caller) {
  const current = await currentPortal();
  const grants = offeredGrants(current, caller);
  const { config } = current;
  const { portal, issuer } = config;
  const partition = grants[0]?.partition ?? partitionOfRegion(config.aws.region);
  return {
    portalName: portal.name,
    portalUrl: portal.url,
    issuerUrl: issuer.url,
    oidcProvider: issuer.url.replace(/^https?:\/\//, ""),
    audience: AWS_AUDIENCE,
    samlMetadataUrl: `${portal.url}/saml/metadata`,
    samlEntityId: issuer.samlEntityId,
    samlProvider: "gatehouse",
    samlRecipient: buildSamlRecipient(partition),
    sessionSeconds: portal.sessionDuration,
    capped: portal.capCredentialsToSession,
    iamUserSessions: portal.iamUserSessions,
    support: portal.support ?? null,
    roles: grants.slice(0, MAX_ROLES).map((grant) => toRole(config, grant)),
    idps: config.identityProviders.map((idp) => describeIdp(idp, portal.url)),
  };
}
