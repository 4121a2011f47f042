/** Stands for the tenant in the issuer that Entra's shared endpoints publish. */
export const TENANT_PLACEHOLDER = "{tenantid}";

// `consumers` is one tenant, that of personal accounts: its issuer is fixed.
const SHARED_TENANT = /\/(common|organizations|\{tenantid\}|%7Btenantid%7D)(?=\/|$)/i;

/**
 * Whether an issuer serves many tenants, so that each of its tokens names another issuer, with the tenant in it
 * (Microsoft identity platform, OpenID Connect: `https://login.microsoftonline.com/{common|organizations}/v2.0`).
 */
export function isMultiTenantIssuer(issuer: string): boolean {
  return SHARED_TENANT.test(issuer);
}

/** The issuer as the discovery document of a shared endpoint writes it, with the placeholder; others stay as they are. */
export function toIssuerTemplate(issuer: string): string {
  return issuer.replace(SHARED_TENANT, `/${TENANT_PLACEHOLDER}`);
}
