import "server-only";
import type { OidcProviderConfig } from "#lib/config/identity-provider-schema";

type Provider = Pick<OidcProviderConfig, "clientId" | "clientSecret" | "tokenEndpointAuthMethod">;
type Authentication = { readonly headers: Record<string, string>; readonly fields: Record<string, string> };

/** application/x-www-form-urlencoded, as RFC 6749, 2.3.1 wants it before Base64. */
const formEncode = (text: string) => new URLSearchParams({ x: text }).toString().slice("x=".length);

/** How this client proves itself at the token endpoint (OpenID Connect Core 1.0, 9). Public clients only name themselves. */
export function buildClientAuthentication(provider: Provider): Authentication {
  const { clientId, clientSecret, tokenEndpointAuthMethod = "client_secret_basic" } = provider;
  if (clientSecret === undefined || tokenEndpointAuthMethod === "none") {
    return { headers: {}, fields: { client_id: clientId } };
  }
  if (tokenEndpointAuthMethod === "client_secret_post") {
    return { headers: {}, fields: { client_id: clientId, client_secret: clientSecret } };
  }
  const pair = `${formEncode(clientId)}:${formEncode(clientSecret)}`;
  return { headers: { authorization: `Basic ${Buffer.from(pair).toString("base64")}` }, fields: {} };
}
