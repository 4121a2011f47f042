import { dirname, resolve } from "node:path";
import { partitionOfRegion } from "#lib/aws/partition";
import type { AccountConfig, RoleConfig } from "./access-schema";
import type { IdentityProviderConfig } from "./identity-provider-schema";
import type { LoadedAccount, LoadedConfig, LoadedRole } from "./load";
import {
  findOnlyProvider,
  IDP_PROTOCOLS,
  PORTAL_SAML_PROVIDER,
  toOidcProviderName,
  WITHOUT_PROVIDER,
} from "./role-path";
import type { Config } from "./schema";

type Shared = { readonly issuerUrl: string; readonly identityProviders: readonly IdentityProviderConfig[] };

function findIdp(role: RoleConfig, { identityProviders }: Shared): IdentityProviderConfig | null {
  const protocol = IDP_PROTOCOLS[role.via];
  if (protocol === null) return null;
  if (role.idp === undefined) return findOnlyProvider(identityProviders, protocol);
  return identityProviders.find(({ id }) => id === role.idp) ?? null;
}

function defaultProvider(role: RoleConfig, idp: IdentityProviderConfig | null, shared: Shared): string | null {
  if (WITHOUT_PROVIDER.includes(role.via)) return null;
  if (role.via === "portal-oidc") return toOidcProviderName(shared.issuerUrl);
  if (role.via === "portal-saml") return PORTAL_SAML_PROVIDER;
  if (idp?.type === "oidc") return toOidcProviderName(idp.issuer);
  throw new Error("a role without its IAM provider passed the checks");
}

function fillRole(role: RoleConfig, shared: Shared): LoadedRole {
  const idp = findIdp(role, shared);
  return { ...role, idp: idp?.id ?? null, provider: role.provider ?? defaultProvider(role, idp, shared) };
}

function fillAccount(account: AccountConfig, region: string, shared: Shared): LoadedAccount {
  return {
    ...account,
    partition: account.partition ?? partitionOfRegion(account.region ?? region),
    roles: account.roles.map((role) => fillRole(role, shared)),
  };
}

function fillProvider(provider: IdentityProviderConfig, directory: string): IdentityProviderConfig {
  if (provider.type !== "saml" || provider.metadataFile === undefined) return provider;
  return { ...provider, metadataFile: resolve(directory, provider.metadataFile) };
}

function fillPortal(portal: Config["portal"], directory: string): Config["portal"] {
  const { logo, logoDark } = portal;
  return {
    ...portal,
    ...(logo === undefined ? {} : { logo: resolve(directory, logo) }),
    ...(logoDark === undefined ? {} : { logoDark: resolve(directory, logoDark) }),
  };
}

/** Fills in what follows from other keys, for a configuration without findings. Paths count from the file. */
export function fillDefaults(config: Config, configPath: string): LoadedConfig {
  const directory = dirname(resolve(configPath));
  const issuerUrl = config.issuer.url ?? `${config.portal.url}/oidc`;
  const shared = { issuerUrl, identityProviders: config.identityProviders };
  return {
    ...config,
    portal: fillPortal(config.portal, directory),
    database: { ...config.database, directory: resolve(directory, config.database.directory) },
    issuer: {
      ...config.issuer,
      url: issuerUrl,
      samlEntityId: config.issuer.samlEntityId ?? `${config.portal.url}/saml/metadata`,
    },
    identityProviders: config.identityProviders.map((provider) => fillProvider(provider, directory)),
    access: {
      ...config.access,
      accounts: config.access.accounts.map((account) => fillAccount(account, config.aws.region, shared)),
    },
  };
}
