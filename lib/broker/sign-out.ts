import "server-only";
import type { OidcProviderConfig, SamlProviderConfig } from "#lib/config/identity-provider-schema";
import { findProof } from "#lib/db/proofs";
import { newReference } from "#lib/db/sealed";
import { findSession } from "#lib/db/sessions";
import type { Caller } from "#lib/identity";
import { currentOidcDirectory } from "#lib/oidc/current-directory";
import { buildEndSession } from "#lib/oidc/end-session";
import { buildLogoutRequest } from "#lib/saml/logout-message";
import type { OutgoingMessage } from "#lib/saml/outgoing-message";
import { openSamlRequest } from "./open-saml-request";
import { currentPortal, type Portal } from "./portal";
import { endPortalSession } from "./portal-sessions";
import { samlSetUp } from "./saml-set-up";

const LOGOUT_SECONDS = 10 * 60;

/** What the browser carries to the IdP to end its session too; null where the IdP offers nothing. */
type IdpLogout = OutgoingMessage | null;

async function logOutAtSamlIdp(portal: Portal, caller: Caller, provider: SamlProviderConfig): Promise<IdpLogout> {
  const [setUp, session] = await Promise.all([
    samlSetUp(portal, provider),
    findSession(portal.storage.db, caller.session.id),
  ]);
  if (!setUp.ok || session === null || session.nameId === null) return null;
  const { nameId, sessionIndex } = session;
  if (setUp.value.idp.sloUrl === null) return null;
  const request = await openSamlRequest(portal, {
    idp: provider.id,
    purpose: "logout",
    seconds: LOGOUT_SECONDS,
    sessionId: session.id,
  });
  return buildLogoutRequest({ ...setUp.value, ...request, provider, nameId, sessionIndex });
}

async function logOutAtOidcIdp(portal: Portal, caller: Caller, provider: OidcProviderConfig): Promise<IdpLogout> {
  const metadata = await currentOidcDirectory().metadata(provider.issuer);
  if (!metadata.ok) return null;
  const { db, sealer } = portal.storage;
  const key = { sessionId: caller.session.id, kind: "id-token" as const };
  const idToken = await findProof(db, sealer, key, portal.now());
  return buildEndSession({
    metadata: metadata.value,
    provider,
    idToken: idToken?.value ?? null,
    postLogoutRedirectUri: `${portal.config.portal.url}/sign-in`,
    state: newReference(),
  });
}

async function planIdpLogout(portal: Portal, caller: Caller): Promise<IdpLogout> {
  const provider = portal.config.identityProviders.find((one) => one.id === caller.session.identity.idp);
  if (provider === undefined) return null;
  return provider.type === "saml"
    ? logOutAtSamlIdp(portal, caller, provider)
    : logOutAtOidcIdp(portal, caller, provider);
}

/**
 * Ends the session of this request, whatever the IdP does then, and answers what the browser carries there to end its
 * session too (SAML single logout, OIDC RP-initiated logout). An IdP that is down keeps nobody signed in here.
 */
export async function signOut(caller: Caller): Promise<IdpLogout> {
  const portal = await currentPortal();
  const logout = await planIdpLogout(portal, caller);
  await endPortalSession(portal, caller, caller.session.id, "signed_out");
  return logout;
}
