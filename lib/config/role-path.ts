import type { Via } from "./access-schema";

/** The protocol of the IdP whose own proof a path carries to AWS; null where the portal makes the proof. */
export const IDP_PROTOCOLS = {
  "portal-oidc": null,
  "portal-saml": null,
  "idp-oidc": "oidc",
  "idp-saml": "saml",
  "assume-role": null,
  "federation-token": null,
  "session-token": null,
} as const satisfies Record<Via, "oidc" | "saml" | null>;

/** Name of the SAML provider in IAM that stands for the portal, unless the role names another. */
export const PORTAL_SAML_PROVIDER = "gatehouse";

/** How IAM names an OIDC provider: its URL without the scheme, a trailing slash included (IAM, CreateOpenIDConnectProvider). */
export function toOidcProviderName(issuer: string): string {
  return issuer.replace(/^https?:\/\//, "");
}

/** The only identity provider of a protocol; null when there are none or several. */
export function findOnlyProvider<T extends { readonly type?: string | undefined }>(
  providers: readonly T[],
  protocol: "oidc" | "saml",
): T | null {
  const [only, ...others] = providers.filter(({ type }) => type === protocol);
  return only !== undefined && others.length === 0 ? only : null;
}

/** The paths that no IAM identity provider has a part in: keys sign the call. */
export const WITHOUT_PROVIDER: readonly Via[] = ["assume-role", "federation-token", "session-token"];
