import { generateKeyPairSync, randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import type { Provider } from "oidc-provider";
import { type Controls, createControls, handleControls } from "./controls";
import { escapeMarkup } from "./html";
import { listenOnLoopback, sendHtml, sendJson } from "./http-exchange";
import { buildProvider, type OidcClient, type ProviderParts } from "./oidc/build-provider";
import { type OidcControls, oidcControlsSchema } from "./oidc/oidc-controls";
import { createPostedLogouts } from "./oidc/posted-logout";
import { handleSignInInteraction } from "./oidc/sign-in-interaction";
import { createTokenStore } from "./oidc/token-store";
import type { Person } from "./people";

export type OidcStandIn = {
  readonly issuer: string;
  readonly controls: Controls<OidcControls>;
  /** Refresh tokens given so far stop working. Answers how many there were. */
  readonly revokeRefreshTokens: () => number;
  /** Refresh and access tokens that were given and still work, for a test that looks for where they ended up. */
  readonly listTokens: () => readonly string[];
  /** Everybody has to use the form again. */
  readonly endSessions: () => number;
  readonly close: () => Promise<void>;
};

/**
 * Starts the OIDC stand-in on 127.0.0.1 and answers when it listens; the issuer is `http://127.0.0.1:{port}`, without a slash.
 * `clients` may be a function of the issuer. Over HTTP it is told what to do differently at `/__sandbox/controls`,
 * `/__sandbox/revoke-refresh-tokens` and `/__sandbox/end-sessions`. Its clock is the machine's: `oidc-provider` takes none.
 */
export async function startOidcProvider(options: {
  readonly port: number;
  readonly clients: readonly OidcClient[];
  readonly people: readonly Person[];
}): Promise<OidcStandIn> {
  const controls = createControls(oidcControlsSchema);
  const store = createTokenStore();
  const takePostedLogout = createPostedLogouts();
  const signingKeys = createSigningKeys();
  const cookieKey = randomBytes(32).toString("base64url");
  let handle = (_: IncomingMessage, response: ServerResponse): void => sendJson(response, 503, { error: "starting" });
  const server = await listenOnLoopback(options.port, (request, response) => handle(request, response));
  const issuer = `http://127.0.0.1:${server.port}`;
  const currentProvider = rememberProvider({ ...options, issuer, signingKeys, cookieKey, controls, store });
  const standIn = {
    issuer,
    controls,
    revokeRefreshTokens: () => store.forget("RefreshToken"),
    listTokens: () => [...store.list("RefreshToken"), ...store.list("AccessToken")],
    endSessions: () => store.forget("Session"),
    close: server.close,
  };
  handle = (request, response) => {
    route({ ...standIn, takePostedLogout }, currentProvider, options.people, request, response).catch(
      (error: unknown) => {
        const reason = error instanceof Error ? error.message : "unknown";
        if (!response.headersSent)
          sendHtml(response, 400, `<!doctype html><title>Sign-in lost</title><p>${escapeMarkup(reason)}</p>`);
      },
    );
  };
  return standIn;
}

async function route(
  standIn: OidcStandIn & { readonly takePostedLogout: ReturnType<typeof createPostedLogouts> },
  currentProvider: () => Provider,
  people: readonly Person[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? "/", standIn.issuer);
  if (pathname === "/__sandbox/controls") return handleControls(standIn.controls, request, response);
  if (pathname === "/__sandbox/revoke-refresh-tokens" && request.method === "POST") {
    return sendJson(response, 200, { revoked: standIn.revokeRefreshTokens() });
  }
  if (pathname === "/__sandbox/end-sessions" && request.method === "POST") {
    return sendJson(response, 200, { ended: standIn.endSessions() });
  }
  const { delayMs, down } = standIn.controls.current();
  if (delayMs > 0) await delay(delayMs);
  if (down) return sendJson(response, 503, { error: "temporarily_unavailable" });
  const provider = currentProvider();
  if (await standIn.takePostedLogout(request, response)) return;
  if (pathname.startsWith("/interaction/")) return handleSignInInteraction(provider, people, request, response);
  provider.callback()(request, response);
}

/** The provider fixes its claim names when it is made, so a new set of extra claims needs a new one over the same store. */
function rememberProvider(parts: ProviderParts): () => Provider {
  let names = "";
  let provider: Provider | null = null;
  return () => {
    const wanted = JSON.stringify(Object.keys(parts.controls.current().extraClaims));
    if (provider === null || wanted !== names) provider = buildProvider(parts);
    names = wanted;
    return provider;
  };
}

function createSigningKeys() {
  const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" });
  const ec = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ format: "jwk" });
  const kid = () => randomBytes(8).toString("hex");
  return [
    { ...rsa, kid: kid(), use: "sig", alg: "RS256" },
    { ...ec, kid: kid(), use: "sig", alg: "ES256" },
  ];
}
