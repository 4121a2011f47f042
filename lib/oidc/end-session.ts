import "server-only";
import type { OidcProviderConfig } from "#lib/config/identity-provider-schema";
import type { OidcMetadata } from "./discovery";

/** How the browser carries the request to the identity provider. */
export type EndSessionMessage =
  | { readonly binding: "redirect"; readonly url: string }
  | { readonly binding: "post"; readonly action: string; readonly fields: Readonly<Record<string, string>> };

/**
 * The request that ends the session at the identity provider too (OpenID Connect RP-Initiated Logout 1.0, 2); null when
 * the provider has no endpoint for it. With an ID token as the hint it is a form to be posted, which every provider has
 * to take: a token in an address would stay in histories and logs. Without one the provider asks the person first.
 */
export function buildEndSession(options: {
  metadata: OidcMetadata;
  provider: Pick<OidcProviderConfig, "clientId">;
  idToken: string | null;
  /** Registered at the provider; where the browser comes back to. */
  postLogoutRedirectUri: string;
  state: string;
}): EndSessionMessage | null {
  const { metadata, provider, idToken, postLogoutRedirectUri, state } = options;
  if (metadata.endSessionEndpoint === null) return null;
  const fields = { client_id: provider.clientId, post_logout_redirect_uri: postLogoutRedirectUri, state };
  if (idToken !== null) {
    return { binding: "post", action: metadata.endSessionEndpoint, fields: { id_token_hint: idToken, ...fields } };
  }
  const url = new URL(metadata.endSessionEndpoint);
  for (const [name, value] of Object.entries(fields)) url.searchParams.set(name, value);
  return { binding: "redirect", url: url.href };
}
