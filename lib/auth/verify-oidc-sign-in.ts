import "server-only";
import type { TokenSet } from "next-auth";
import { currentConfig } from "#lib/config/current";
import type { OidcProviderConfig } from "#lib/config/identity-provider-schema";
import type { LoadedConfig } from "#lib/config/load";
import type { SignInOutcome } from "#lib/db/sign-in-codes";
import { OIDC_PRESETS } from "#lib/idp/presets";
import { currentOidcDirectory } from "#lib/oidc/current-directory";
import type { OidcMetadata } from "#lib/oidc/discovery";
import { type IdTokenClaims, verifyIdToken } from "#lib/oidc/id-token";
import { toIdentity } from "#lib/oidc/identity";
import { fetchUserinfo } from "#lib/oidc/userinfo";
import { err, ok, type Result } from "#lib/result";

/** Whether some role is reached with this provider's own tokens; only then are refresh tokens kept. */
export function renewsTokensOf(config: LoadedConfig, idp: string): boolean {
  return config.access.accounts.some(({ roles }) => roles.some((role) => role.via === "idp-oidc" && role.idp === idp));
}

/** The tokens that outlive the sign-in itself: the ID token as the hint for signing out, and to renew where needed. */
function toProofs(
  tokens: TokenSet,
  claims: IdTokenClaims,
  endsAt: Date,
  keepsRefresh: boolean,
): SignInOutcome["proofs"] {
  const issuedAt = new Date(claims.iat * 1000);
  const idToken = { kind: "id-token" as const, value: tokens.id_token ?? "", issuedAt, expiresAt: endsAt };
  if (!keepsRefresh || tokens.refresh_token === undefined) return [idToken];
  return [idToken, { kind: "refresh-token", value: tokens.refresh_token, issuedAt, expiresAt: endsAt }];
}

async function readUserinfo(provider: OidcProviderConfig, tokens: TokenSet, metadata: OidcMetadata) {
  const wanted = provider.userinfo ?? OIDC_PRESETS[provider.preset].userinfo;
  if (!wanted) return ok(undefined);
  return fetchUserinfo({ accessToken: tokens.access_token ?? "", metadata, fetch });
}

/**
 * Verifies once more what next-auth's client received, by `lib/oidc`'s own rules: tenant, authorized party, issue time,
 * type, exact algorithm. Its client has compared state, PKCE and nonce already.
 */
export async function verifyOidcSignIn(
  provider: OidcProviderConfig,
  tokens: TokenSet,
): Promise<Result<SignInOutcome, string>> {
  const directory = currentOidcDirectory();
  const now = new Date();
  const metadata = await directory.metadata(provider.issuer);
  if (!metadata.ok) return err(metadata.error.code);
  const verified = await verifyIdToken({
    idToken: tokens.id_token ?? "",
    provider,
    jwks: directory.keys(metadata.value),
    now,
    expectedIssuer: metadata.value.issuer,
  });
  if (!verified.ok) return err(verified.error.code);
  const userinfo = await readUserinfo(provider, tokens, metadata.value);
  if (!userinfo.ok) return err(userinfo.error.code);
  const identity = toIdentity({
    claims: verified.value,
    ...(userinfo.value === undefined ? {} : { userinfo: userinfo.value }),
    provider,
    preset: OIDC_PRESETS[provider.preset],
  });
  if (!identity.ok) return err(identity.error.code);
  const config = await currentConfig();
  const endsAt = new Date(now.getTime() + config.portal.sessionDuration * 1000);
  return ok({
    identity: identity.value,
    nameId: null,
    sessionIndex: null,
    notAfter: null,
    proofs: toProofs(tokens, verified.value, endsAt, renewsTokensOf(config, provider.id)),
  });
}
