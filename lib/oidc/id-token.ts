import "server-only";
import { type JWTVerifyGetKey, jwtVerify } from "jose";
import { z } from "zod";
import type { OidcProviderConfig } from "#lib/config/identity-provider-schema";
import { TENANT_PLACEHOLDER } from "#lib/config/multi-tenant-issuer";
import { err, ok, type Result } from "#lib/result";
import type { OidcRefusal, OidcRefusalCode } from "./refusal";
import { KEYS_UNAVAILABLE } from "./remote-keys";

// OpenID Connect Core 1.0, section 2.
const claimsSchema = z.looseObject({
  iss: z.string().min(1),
  sub: z.string().min(1).max(255),
  aud: z.union([z.string(), z.array(z.string()).min(1)]),
  exp: z.number(),
  iat: z.number(),
  azp: z.string().optional(),
  nonce: z.string().optional(),
  tid: z.string().optional(),
});

/** The claims of an ID token whose signature, issuer, audience and times hold. */
export type IdTokenClaims = z.output<typeof claimsSchema>;

type Provider = Pick<OidcProviderConfig, "clientId" | "idTokenSigningAlg" | "allowedTenants" | "clockSkew">;

export type IdTokenCheck = {
  readonly idToken: string;
  readonly provider: Provider;
  readonly jwks: JWTVerifyGetKey;
  /** What this browser's sign-in sent; left out where another check has compared it, and for renewals. */
  readonly nonce?: string;
  readonly now: Date;
  /** `issuer` of the discovery document, which equals the configured one; may hold `{tenantid}`. */
  readonly expectedIssuer: string;
};

const MAX_LENGTH = 1_000_000;

const JOSE_CODES: Readonly<Record<string, OidcRefusalCode>> = {
  ERR_JOSE_ALG_NOT_ALLOWED: "oidc_algorithm_refused",
  ERR_JOSE_NOT_SUPPORTED: "oidc_token_malformed",
  ERR_JWS_INVALID: "oidc_token_malformed",
  ERR_JWT_INVALID: "oidc_token_malformed",
  ERR_JWT_CLAIM_VALIDATION_FAILED: "oidc_token_malformed",
  ERR_JWT_EXPIRED: "oidc_token_expired",
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: "oidc_signature_invalid",
  ERR_JWKS_NO_MATCHING_KEY: "oidc_key_unknown",
  // No `kid` though there are several keys: it is required then (OpenID Connect Core 1.0, 10.1).
  ERR_JWKS_MULTIPLE_MATCHING_KEYS: "oidc_key_unknown",
  ERR_JWKS_INVALID: "idp_unavailable",
  ERR_JWKS_TIMEOUT: "idp_unavailable",
  ERR_JOSE_GENERIC: "idp_unavailable",
  [KEYS_UNAVAILABLE]: "idp_unavailable",
};

function toRefusal(error: unknown): OidcRefusal {
  if (!(error instanceof Error)) throw error;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (code === "ERR_JWT_CLAIM_VALIDATION_FAILED" && "claim" in error && error.claim === "nbf") {
    return { code: "oidc_token_not_yet_valid" };
  }
  // What has no code is a key that cannot be imported or is too weak (RSA below 2048 bits).
  return { code: JOSE_CODES[code] ?? "oidc_key_unusable" };
}

async function verifySignatureAndTimes(check: IdTokenCheck): Promise<Result<IdTokenClaims, OidcRefusal>> {
  const { idToken, provider, jwks, now } = check;
  if (idToken.length > MAX_LENGTH) return err({ code: "oidc_token_malformed", reason: "over 1 MB" });
  try {
    const { payload, protectedHeader } = await jwtVerify(idToken, jwks, {
      algorithms: [provider.idTokenSigningAlg],
      currentDate: now,
      clockTolerance: provider.clockSkew,
      requiredClaims: ["iss", "sub", "aud", "exp", "iat"],
    });
    // RFC 8725, 3.11: a token of another kind, such as an access token (at+jwt), is not an ID token.
    if (protectedHeader.typ !== undefined && protectedHeader.typ.toUpperCase() !== "JWT") {
      return err({ code: "oidc_token_type_refused", reason: protectedHeader.typ.slice(0, 40) });
    }
    const claims = claimsSchema.safeParse(payload);
    return claims.success ? ok(claims.data) : err({ code: "oidc_token_malformed" });
  } catch (error) {
    return err(toRefusal(error));
  }
}

function findTenantProblem({ tid }: IdTokenClaims, { allowedTenants }: Provider): OidcRefusalCode | null {
  if (allowedTenants === undefined) return null;
  const isAllowed = tid !== undefined && allowedTenants.some((tenant) => tenant.toLowerCase() === tid.toLowerCase());
  return isAllowed ? null : "oidc_tenant_not_allowed";
}

function findIssuerProblem(claims: IdTokenClaims, { expectedIssuer, provider }: IdTokenCheck): OidcRefusalCode | null {
  if (!expectedIssuer.includes(TENANT_PLACEHOLDER)) {
    return claims.iss === expectedIssuer ? findTenantProblem(claims, provider) : "oidc_issuer_mismatch";
  }
  // Without a list nobody's tenant is pinned: anyone could make one and sign in ("nOAuth").
  if (provider.allowedTenants === undefined) return "oidc_tenant_not_allowed";
  if (claims.tid === undefined || claims.iss !== expectedIssuer.replace(TENANT_PLACEHOLDER, () => claims.tid ?? "")) {
    return "oidc_issuer_mismatch";
  }
  return findTenantProblem(claims, provider);
}

/** OpenID Connect Core 1.0, 3.1.3.7, rules 3 to 5. */
function findAudienceProblem({ aud, azp }: IdTokenClaims, { provider }: IdTokenCheck): OidcRefusalCode | null {
  const audiences = typeof aud === "string" ? [aud] : aud;
  if (!audiences.includes(provider.clientId)) return "oidc_audience_mismatch";
  if (azp === undefined) return audiences.length > 1 ? "oidc_authorized_party_mismatch" : null;
  return azp === provider.clientId ? null : "oidc_authorized_party_mismatch";
}

function findIssueTimeProblem({ iat }: IdTokenClaims, { now, provider }: IdTokenCheck): OidcRefusalCode | null {
  return iat * 1000 > now.getTime() + provider.clockSkew * 1000 ? "oidc_token_from_future" : null;
}

function findNonceProblem(claims: IdTokenClaims, { nonce }: IdTokenCheck): OidcRefusalCode | null {
  return nonce === undefined || claims.nonce === nonce ? null : "oidc_nonce_mismatch";
}

const RULES = [findIssuerProblem, findAudienceProblem, findIssueTimeProblem, findNonceProblem] as const;

/**
 * Verifies an ID token (OpenID Connect Core 1.0, 3.1.3.7): signed by a key of the issuer with exactly the configured
 * algorithm; exact issuer, and tenant where there are several; audience and authorized party this client; not expired, not
 * from the future, within the provider's clock skew; the nonce when one is given. Each refusal has its code.
 */
export async function verifyIdToken(check: IdTokenCheck): Promise<Result<IdTokenClaims, OidcRefusal>> {
  const verified = await verifySignatureAndTimes(check);
  if (!verified.ok) return verified;
  for (const rule of RULES) {
    const code = rule(verified.value, check);
    if (code !== null) return err({ code });
  }
  return verified;
}
