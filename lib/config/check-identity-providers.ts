import { findDuplicates } from "./duplicates";
import { isMultiTenantIssuer } from "./multi-tenant-issuer";
import type { Outline, OutlineProvider } from "./outline";
import type { ConfigPath, Finding } from "./problem";

const SOURCES = "exactly one of metadataFile, metadataUrl, or entityId with ssoUrl and certificates";

function checkSamlSource(provider: OutlineProvider, path: ConfigPath): Finding[] {
  const explicit = provider.ssoUrl !== undefined || provider.certificates !== undefined;
  const given = [provider.metadataFile !== undefined, provider.metadataUrl !== undefined, explicit].filter(
    Boolean,
  ).length;
  if (given === 0) return [{ path, message: `says nothing about where the identity provider is; needs ${SOURCES}` }];
  if (given > 1) return [{ path, message: `describes the identity provider twice; needs ${SOURCES}` }];
  if (!explicit) return [];
  const missing = (["entityId", "ssoUrl", "certificates"] as const).filter((key) => provider[key] === undefined);
  return missing.map((key) => ({ path: [...path, key], message: `is missing; without metadata it needs ${SOURCES}` }));
}

function checkOidcTenant(provider: OutlineProvider, path: ConfigPath): Finding[] {
  if (provider.issuer === undefined || !isMultiTenantIssuer(provider.issuer) || provider.allowedTenants.length > 0)
    return [];
  const message =
    "is missing; with an issuer of many tenants, list the ids of those that may sign in, or name your tenant in issuer";
  return [{ path: [...path, "allowedTenants"], message }];
}

function checkOidcIssuer(provider: OutlineProvider, path: ConfigPath): Finding[] {
  if (provider.issuer === undefined) return [];
  if (provider.issuer.endsWith("/.well-known/openid-configuration")) {
    return [
      {
        path: [...path, "issuer"],
        message: "is the address of the discovery document; leave out /.well-known/openid-configuration",
      },
    ];
  }
  if (!provider.issuer.includes("?")) return [];
  return [{ path: [...path, "issuer"], message: "has a query; an issuer is scheme, host and path only" }];
}

function checkOidcClient(provider: OutlineProvider, path: ConfigPath): Finding[] {
  const method = provider.tokenEndpointAuthMethod;
  const hasSecret = provider.clientSecret !== undefined;
  if (method === "none" && hasSecret) {
    return [
      {
        path: [...path, "clientSecret"],
        message: "is never sent with tokenEndpointAuthMethod: none; remove one of the two",
      },
    ];
  }
  if (method === undefined || method === "none" || hasSecret) return [];
  return [{ path: [...path, "clientSecret"], message: "is missing; tokenEndpointAuthMethod uses it" }];
}

/** Identity providers: ids that stand twice, and keys that only make sense together. */
export function checkIdentityProviders(outline: Outline): Finding[] {
  const duplicates = findDuplicates(outline.identityProviders, ({ id }) => id).map(({ index, first, key }) => ({
    path: ["identityProviders", index, "id"],
    message: `${JSON.stringify(key)} is the id of identityProviders[${first}] already; each needs its own`,
  }));
  const inside = outline.identityProviders.flatMap((provider, index) => {
    const path = ["identityProviders", index];
    if (provider.type === "saml") return checkSamlSource(provider, path);
    if (provider.type !== "oidc") return [];
    return [checkOidcIssuer, checkOidcTenant, checkOidcClient].flatMap((check) => check(provider, path));
  });
  return [...duplicates, ...inside];
}
