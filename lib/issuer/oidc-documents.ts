import "server-only";
import type { SigningKey } from "./signing-key";

/**
 * The discovery document (OpenID Connect Discovery 1.0, section 3). AWS reads `issuer` and `jwks_uri`; IAM asks for the
 * others to be there. There is no authorization endpoint behind it: this issuer signs for AWS only.
 */
export function buildDiscovery(issuer: string) {
  return {
    issuer,
    jwks_uri: `${issuer}/jwks`,
    authorization_endpoint: `${issuer}/authorize`,
    response_types_supported: ["id_token"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
    claims_supported: ["iss", "sub", "aud", "exp", "iat", "nbf", "jti"],
    scopes_supported: ["openid"],
  };
}

const toX5c = (pem: string) => pem.replace(/-----(BEGIN|END) CERTIFICATE-----|\s/g, "");

/** The key set (RFC 7517), in the given order, each with its certificate: some STS servers read only `x5c`. */
export function buildJwks(keys: readonly Pick<SigningKey, "kid" | "publicJwk" | "certificatePem">[]) {
  return {
    keys: keys.map(({ kid, publicJwk, certificatePem }) => ({
      kty: publicJwk.kty,
      n: publicJwk.n,
      e: publicJwk.e,
      kid,
      use: "sig",
      alg: "RS256",
      x5c: [toX5c(certificatePem)],
    })),
  };
}
