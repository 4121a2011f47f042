import "server-only";
import type { Grant } from "#lib/access/resolve-grants";
import type { OidcProviderConfig } from "#lib/config/identity-provider-schema";
import { findProof, saveProof } from "#lib/db/proofs";
import type { Caller } from "#lib/identity";
import { currentOidcDirectory } from "#lib/oidc/current-directory";
import { decodeIdTokenExpiry } from "#lib/oidc/id-token-expiry";
import { type Renewal, renewIdToken } from "#lib/oidc/renew";
import { resolveTokenUse } from "#lib/oidc/token-life";
import { err, ok, type Result } from "#lib/result";
import type { Portal } from "./portal";
import type { Refusal } from "./refusal";

function findProvider(portal: Portal, id: string | null): OidcProviderConfig | null {
  const found = portal.config.identityProviders.find((provider) => provider.id === id);
  return found?.type === "oidc" ? found : null;
}

async function renew(portal: Portal, caller: Caller, provider: OidcProviderConfig): Promise<Renewal | Refusal> {
  const { db, sealer } = portal.storage;
  const bounce = { code: "reauthentication_required" as const, renewAt: provider.id };
  const key = { sessionId: caller.session.id, kind: "refresh-token" as const };
  const refresh = await findProof(db, sealer, key, portal.now());
  if (refresh === null) return bounce;
  const directory = currentOidcDirectory();
  const metadata = await directory.metadata(provider.issuer);
  if (!metadata.ok) return { code: "idp_unavailable" };
  const renewal = await renewIdToken({
    refreshToken: refresh.value,
    subject: caller.session.identity.subject,
    provider,
    metadata: metadata.value,
    jwks: directory.keys(metadata.value),
    fetch,
    now: portal.now(),
  });
  if (renewal.ok) return renewal.value;
  return renewal.error.code === "idp_unavailable" ? { code: "idp_unavailable" } : bounce;
}

/** Both tokens as they are now; they stay until the session ends. */
async function keep(portal: Portal, caller: Caller, renewal: Renewal): Promise<void> {
  const { db, sealer } = portal.storage;
  const row = { sessionId: caller.session.id, issuedAt: renewal.idTokenIssuedAt, expiresAt: caller.session.expiresAt };
  await saveProof(db, sealer, { ...row, kind: "id-token", value: renewal.idToken });
  await saveProof(db, sealer, { ...row, kind: "refresh-token", value: renewal.refreshToken });
}

/**
 * The caller's own ID token, live enough for AWS: the one of the sign-in, else renewed with the refresh token, else the
 * person has to pass the IdP once more. Refused outright when they signed in through another IdP.
 */
export async function findOwnIdToken(portal: Portal, caller: Caller, grant: Grant): Promise<Result<string, Refusal>> {
  const provider = findProvider(portal, grant.idp);
  if (provider === null || provider.id !== caller.session.identity.idp) return err({ code: "role_not_granted" });
  const { db, sealer } = portal.storage;
  const now = portal.now();
  const known = await findProof(db, sealer, { sessionId: caller.session.id, kind: "id-token" }, now);
  const expiresAt = known === null ? now : decodeIdTokenExpiry(known.value);
  if (known !== null && resolveTokenUse({ idToken: known.value, expiresAt, now }) === "live") return ok(known.value);
  const renewed = await renew(portal, caller, provider);
  if ("code" in renewed) return err(renewed);
  await keep(portal, caller, renewed);
  return ok(renewed.idToken);
}
