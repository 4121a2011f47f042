import "server-only";
import type { OAuthConfig } from "next-auth/providers/oauth";
import type { OidcProviderConfig } from "#lib/config/identity-provider-schema";
import { OIDC_PRESETS, type OidcPreset, resolveScopes } from "#lib/idp/presets";
import { currentAttempt } from "./sign-in-attempt";
import { verifyOidcSignIn } from "./verify-oidc-sign-in";

const REQUEST_TIMEOUT_MS = 10_000;

function authMethod(provider: OidcProviderConfig) {
  return provider.tokenEndpointAuthMethod ?? (provider.clientSecret === undefined ? "none" : "client_secret_basic");
}

/**
 * An OIDC identity provider for next-auth: authorization code flow with PKCE, state and nonce, each bound to the browser
 * and compared once by next-auth's client (OIDC core 3.1.2, RFC 7636, RFC 9207). What comes back is verified again by
 * `lib/oidc` before it counts.
 */
export function oidcProvider(provider: OidcProviderConfig, renews: boolean): OAuthConfig<{ sub: string }> {
  const preset: OidcPreset = OIDC_PRESETS[provider.preset];
  return {
    id: provider.id,
    name: provider.name,
    type: "oauth",
    wellKnown: `${provider.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    clientId: provider.clientId,
    ...(provider.clientSecret === undefined ? {} : { clientSecret: provider.clientSecret }),
    client: {
      token_endpoint_auth_method: authMethod(provider),
      id_token_signed_response_alg: provider.idTokenSigningAlg,
    },
    httpOptions: { timeout: REQUEST_TIMEOUT_MS },
    authorization: {
      params: {
        ...(renews ? preset.renewal.params : {}),
        ...provider.authorizationParams,
        scope: resolveScopes(provider, preset, renews).join(" "),
      },
    },
    checks: ["pkce", "state", "nonce"],
    idToken: true,
    userinfo: {
      request: async ({ tokens }) => {
        const attempt = currentAttempt();
        const outcome = await verifyOidcSignIn(provider, tokens);
        if (!outcome.ok) {
          attempt.refusal = outcome.error;
          throw new Error(outcome.error);
        }
        attempt.outcome = outcome.value;
        return { sub: outcome.value.identity.subject };
      },
    },
    profile: (profile) => ({ id: profile.sub }),
  };
}
