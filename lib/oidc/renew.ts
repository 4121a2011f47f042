import "server-only";
import type { JWTVerifyGetKey } from "jose";
import { z } from "zod";
import type { OidcProviderConfig } from "#lib/config/identity-provider-schema";
import { err, ok, type Result } from "#lib/result";
import { type BoundedAnswer, type Fetch, fetchBounded, parseJsonObject } from "./bounded-fetch";
import { buildClientAuthentication } from "./client-authentication";
import type { OidcMetadata } from "./discovery";
import { verifyIdToken } from "./id-token";
import type { OidcRefusal } from "./refusal";

const tokensSchema = z.object({ id_token: z.string().min(1).optional(), refresh_token: z.string().min(1).optional() });

export type Renewal = {
  readonly idToken: string;
  readonly idTokenIssuedAt: Date;
  readonly idTokenExpiresAt: Date;
  /** The next one to use: another where the provider rotates them, else the same. */
  readonly refreshToken: string;
};

export type RenewalRequest = {
  readonly refreshToken: string;
  /** `sub` of the sign-in that the refresh token came with. */
  readonly subject: string;
  readonly provider: OidcProviderConfig;
  readonly metadata: OidcMetadata;
  readonly jwks: JWTVerifyGetKey;
  readonly fetch: Fetch;
  readonly now: Date;
};

function parseTokens({ status, text }: BoundedAnswer): Result<z.output<typeof tokensSchema>, OidcRefusal> {
  const body = parseJsonObject(text);
  if (status === 200) {
    const tokens = tokensSchema.safeParse(body);
    return tokens.success
      ? ok(tokens.data)
      : err({ code: "idp_unavailable", reason: "the token endpoint sent no JSON" });
  }
  // RFC 6749, 5.2.
  if (body?.error === "invalid_client") return err({ code: "oidc_client_refused" });
  if ((status === 400 || status === 401) && typeof body?.error === "string")
    return err({ code: "oidc_refresh_refused" });
  return err({ code: "idp_unavailable", reason: `the token endpoint answered ${status}` });
}

async function requestTokens({ refreshToken, provider, metadata, fetch }: RenewalRequest) {
  const { headers, fields } = buildClientAuthentication(provider);
  const body = new URLSearchParams({ grant_type: "refresh_token", refresh_token: refreshToken, ...fields });
  const init = { method: "POST", headers: { ...headers, accept: "application/json" }, body };
  const answer = await fetchBounded(fetch, metadata.tokenEndpoint, init);
  if (!answer.ok) return err({ code: "idp_unavailable", reason: "no answer from the token endpoint" } as const);
  return parseTokens(answer.value);
}

/**
 * A new ID token for a refresh token (OpenID Connect Core 1.0, 12). It is verified like the first one and has to be about the
 * same subject at the same issuer. Refuses: a token the provider does not take any more (`oidc_refresh_refused`: the
 * person has to go there again), an answer without an ID token, another person's.
 */
export async function renewIdToken(request: RenewalRequest): Promise<Result<Renewal, OidcRefusal>> {
  const tokens = await requestTokens(request);
  if (!tokens.ok) return tokens;
  const { id_token: idToken, refresh_token: rotated } = tokens.value;
  if (idToken === undefined) return err({ code: "oidc_refresh_without_id_token" });
  const { provider, metadata, jwks, now } = request;
  const verified = await verifyIdToken({ idToken, provider, jwks, now, expectedIssuer: metadata.issuer });
  if (!verified.ok) return verified;
  if (verified.value.sub !== request.subject) return err({ code: "oidc_refresh_subject_mismatch" });
  return ok({
    idToken,
    idTokenIssuedAt: new Date(verified.value.iat * 1000),
    idTokenExpiresAt: new Date(verified.value.exp * 1000),
    refreshToken: rotated ?? request.refreshToken,
  });
}
