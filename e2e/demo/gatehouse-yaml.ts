import { stringify } from "yaml";
import { listRules } from "./access-rules";
import { CORP, OIDC_CLIENT, WORKFORCE } from "./addresses";
import { type DemoAccount, listAccounts } from "./demo-accounts";
import { type DemoRole, listRoles, SENT } from "./demo-roles";
import type { OrganisationOptions } from "./organisation";
import { TRUST_READER } from "./own-roles";
import { CORP_SAML_PROVIDER, oidcProviderName, PORTAL_SAML_PROVIDER } from "./provider-names";

/** Files in PEM, as the configuration will name them. */
export type KeyFiles = { readonly privateKeyFile: string; readonly certificateFile: string };

export type GatehouseYamlOptions = OrganisationOptions & {
  /** Of the embedded database, relative to the configuration. */
  readonly dataDirectory?: string;
  readonly databaseUrl?: string;
  /** Key material of the portal, which a database server makes necessary. */
  readonly secret?: string;
  /** Keys of `portal` over those of the demo: the look of a company. */
  readonly portal?: Readonly<Record<string, unknown>>;
  /** Signs AuthnRequests and LogoutRequests; opens encrypted assertions. Neither when absent. */
  readonly samlKeys?: KeyFiles;
};

/** The portal's configuration for the demo's organisation, as the text of a `gatehouse.yaml`. */
export function gatehouseYaml(options: GatehouseYamlOptions): string {
  const { addresses } = options;
  const document = {
    portal: {
      url: addresses.portalUrl,
      name: "Example Corp",
      ...(options.secret === undefined ? {} : { secret: options.secret }),
      sessionDuration: "9h",
      admins: { groups: ["platform-admins"] },
      auditors: { groups: ["security-audit"] },
      environments: { security: "orange" },
      support: { text: "Ask the platform team in #cloud-access" },
      ...options.portal,
    },
    database:
      options.databaseUrl === undefined
        ? { directory: options.dataDirectory ?? "./data" }
        : { url: options.databaseUrl },
    aws: {
      region: "eu-west-1",
      endpoints: {
        sts: `${addresses.awsUrl}/regions/{region}`,
        federation: `${addresses.awsUrl}/federation`,
        console: `${addresses.awsUrl}/console`,
        iam: addresses.awsUrl,
      },
      trustReader: {
        role: TRUST_READER,
        via: "portal-oidc",
        provider: oidcProviderName(`${addresses.portalUrl}/oidc`),
      },
    },
    issuer: { url: `${addresses.portalUrl}/oidc` },
    identityProviders: [describeCorp(options), describeWorkforce(options)],
    access: {
      accounts: describeAccounts(options),
      rules: listRules(options.accountCount),
    },
  };
  return `# The demo's organisation, written anew at each start.\n${stringify(document, { aliasDuplicateObjects: false, lineWidth: 0 })}`;
}

function describeCorp({ addresses, samlKeys, awsApplication }: GatehouseYamlOptions): object {
  const keys =
    samlKeys === undefined
      ? undefined
      : { privateKey: `\${file:${samlKeys.privateKeyFile}}`, certificate: `\${file:${samlKeys.certificateFile}}` };
  return {
    id: CORP,
    type: "saml",
    name: "Corporate SSO",
    metadataUrl: `${addresses.samlUrl}/metadata`,
    entityId: `${addresses.samlUrl}/metadata`,
    attributes: { email: "mail", name: "displayName", groups: "groups" },
    allowIdpInitiated: true,
    ...(keys === undefined ? {} : { signing: keys, decryption: keys }),
    ...(awsApplication === true ? { aws: { entityId: "urn:amazon:webservices" } } : {}),
  };
}

function describeWorkforce({ addresses }: GatehouseYamlOptions): object {
  return {
    id: WORKFORCE,
    type: "oidc",
    name: "Workforce",
    issuer: addresses.oidcUrl,
    ...OIDC_CLIENT,
    scopes: ["openid", "profile", "email"],
    claims: { groups: "groups" },
  };
}

function describeAccounts(options: GatehouseYamlOptions): readonly object[] {
  const roles = new Map<DemoAccount["id"], object[]>();
  for (const role of listRoles(options.accountCount)) {
    roles.set(role.account.id, [...(roles.get(role.account.id) ?? []), describeRole(role, options)]);
  }
  return listAccounts(options.accountCount).map(({ id, name, labels, region }) => ({
    id,
    name,
    labels,
    region,
    roles: roles.get(id) ?? [],
  }));
}

function describeRole(role: DemoRole, { addresses }: GatehouseYamlOptions): object {
  const provider: Record<DemoRole["via"], object> = {
    "portal-oidc": { provider: oidcProviderName(`${addresses.portalUrl}/oidc`) },
    "portal-saml": { provider: PORTAL_SAML_PROVIDER },
    // The same address comes from both identity providers: AWS is to see which one it was.
    "idp-oidc": { provider: oidcProviderName(addresses.oidcUrl), idp: WORKFORCE, sessionName: `${WORKFORCE}-{email}` },
    "idp-saml": { provider: CORP_SAML_PROVIDER, idp: CORP },
    "assume-role": {},
    "federation-token": {},
    "session-token": {},
  };
  const sent = SENT[role.via];
  return {
    name: role.name,
    via: role.via,
    ...provider[role.via],
    description: role.description,
    maxDuration: `${role.maxHours}h`,
    ...(role.maxHours > 1 ? { defaultDuration: "1h" } : {}),
    ...(sent.sourceIdentity ? { sourceIdentity: "{email}" } : {}),
    ...(sent.tags ? { tags: { Department: "{claims.department}" } } : {}),
    ...role.settings,
  };
}
