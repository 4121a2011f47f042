import type { JsonWebKey } from "node:crypto";
import { type Configuration, type KoaContextWithOIDC, Provider } from "oidc-provider";
import type { Controls } from "../controls";
import { renderPage } from "../html";
import type { Person } from "../people";
import type { OidcControls } from "./oidc-controls";
import { buildPersonClaims, OPENID_CLAIMS } from "./person-claims";
import type { TokenStore } from "./token-store";

export type OidcClient = {
  readonly clientId: string;
  /** Absent for a public client. */
  readonly clientSecret?: string;
  readonly redirectUris: readonly string[];
  /** Compared exactly, as real providers do. */
  readonly postLogoutRedirectUris: readonly string[];
  readonly idTokenSigningAlg?: "RS256" | "ES256";
};

export type ProviderParts = {
  readonly issuer: string;
  readonly clients: readonly OidcClient[];
  readonly people: readonly Person[];
  readonly signingKeys: readonly JsonWebKey[];
  readonly cookieKey: string;
  readonly controls: Controls<OidcControls>;
  readonly store: TokenStore;
};

const SCOPES = ["openid", "profile", "email", "groups", "offline_access"];

/** `oidc-provider` with what companies' providers usually do: code flow with PKCE, no consent page, refresh tokens for all. */
export function buildProvider(parts: ProviderParts): Provider {
  const provider = new Provider(parts.issuer, buildConfiguration(parts));
  provider.proxy = false;
  return provider;
}

function buildConfiguration(parts: ProviderParts): Configuration {
  const idTokenLifetime = () => parts.controls.current().idTokenLifetimeSeconds;
  return {
    adapter: parts.store.adapter,
    clients: parts.clients.map(buildClient),
    jwks: { keys: [...parts.signingKeys] },
    cookies: { keys: [parts.cookieKey], names: COOKIE_NAMES },
    scopes: SCOPES,
    claims: {
      openid: [...OPENID_CLAIMS, ...Object.keys(parts.controls.current().extraClaims)],
      profile: ["name", "given_name", "family_name", "preferred_username"],
      email: ["email", "email_verified"],
      groups: ["groups"],
    },
    // Core, 5.4 would keep scope claims out of the ID token; Entra, Okta and Keycloak all put them in.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    issueRefreshToken: async (_, client) => client.grantTypeAllowed("refresh_token"),
    rotateRefreshToken: true,
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true, logoutSource: sendLogoutPage },
    },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    loadExistingGrant: grantEverything,
    findAccount: (_, subject) => {
      const person = parts.people.find((candidate) => candidate.subject === subject);
      if (person === undefined) return undefined;
      return { accountId: subject, claims: async () => buildPersonClaims(person, parts.controls.current()) };
    },
    ttl: {
      IdToken: idTokenLifetime,
      AccessToken: 3600,
      AuthorizationCode: 60,
      RefreshToken: 14 * 86_400,
      Interaction: 3600,
      Session: 12 * 3600,
      Grant: 14 * 86_400,
    },
  };
}

// Cookies know no ports: the stand-ins share 127.0.0.1, so each has names of its own.
const COOKIE_NAMES = { session: "workforce_session", interaction: "workforce_interaction", resume: "workforce_resume" };

function buildClient(client: OidcClient) {
  return {
    client_id: client.clientId,
    ...(client.clientSecret === undefined ? {} : { client_secret: client.clientSecret }),
    token_endpoint_auth_method:
      client.clientSecret === undefined ? ("none" as const) : ("client_secret_basic" as const),
    redirect_uris: [...client.redirectUris],
    post_logout_redirect_uris: [...client.postLogoutRedirectUris],
    grant_types: ["authorization_code", "refresh_token"],
    response_types: ["code" as const],
    id_token_signed_response_alg: client.idTokenSigningAlg ?? ("RS256" as const),
  };
}

/** Consent is the company's, not the person's: each client gets what it asks for. */
async function grantEverything(ctx: KoaContextWithOIDC) {
  const { client, session, provider } = ctx.oidc;
  if (client === undefined || session?.accountId === undefined) return undefined;
  const known = session.grantIdFor(client.clientId);
  const existing = known === undefined ? undefined : await provider.Grant.find(known);
  if (existing !== undefined) return existing;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(SCOPES.join(" "));
  await grant.save();
  return grant;
}

/** Signs out without a question when a script may run, by a button otherwise. */
function sendLogoutPage(ctx: KoaContextWithOIDC, form: string): void {
  const body = `<h1>Signing out</h1>${form}
<p></p><button class="go" form="op.logoutForm" name="logout" value="yes">Sign out of Workforce</button>
<script>document.forms[0].requestSubmit(document.querySelector("[name=logout]"))</script>`;
  ctx.type = "html";
  ctx.body = renderPage({ title: "Signing out", tag: "Sandbox", body });
}
