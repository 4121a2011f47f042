import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { type Controls, createControls, handleControls } from "./controls";
import { escapeMarkup, renderPage } from "./html";
import { listenOnLoopback, sendHtml, sendJson } from "./http-exchange";
import type { Person } from "./people";
import { createIdentityProvider } from "./saml/identity-provider";
import { createIdpSessions } from "./saml/idp-sessions";
import type { AwsAttributes } from "./saml/person-attributes";
import { type SamlControls, samlControlsSchema } from "./saml/saml-controls";
import { loadServiceProvider, type ServiceProviderDescription } from "./saml/service-provider";
import { handleLogoutMessage, startLogout } from "./saml/single-logout";
import {
  continueRequest,
  handleAuthnRequest,
  handleIdpInitiated,
  handleSignIn,
  renderForm,
} from "./saml/single-sign-on";
import type { StandInState } from "./saml/stand-in-state";
import { renderStartPage } from "./saml/start-page";
import { createSelfSignedCertificate } from "./self-signed-certificate";

export type SamlStandIn = {
  readonly url: string;
  readonly entityId: string;
  readonly metadataUrl: string;
  readonly metadata: string;
  /** PEM. */
  readonly certificate: string;
  readonly controls: Controls<SamlControls>;
  /** Everybody has to use the form again; no application is told. Answers how many there were. */
  readonly endSessions: () => number;
  readonly close: () => Promise<void>;
};

export type SamlOptions = {
  readonly port: number;
  readonly people: readonly Person[];
  readonly serviceProviders: readonly ServiceProviderDescription[];
  /** What assertions tell AWS about a person. No roles when absent. */
  readonly awsAttributes?: (person: Person) => AwsAttributes;
  readonly now?: () => Date;
  readonly fetch?: typeof fetch;
};

/**
 * Starts the SAML stand-in on 127.0.0.1 with a new key. It answers at `/metadata`, `/sso`, `/slo` (both bindings), `/idp-initiated`,
 * `/logout` and, for people, `/`. It is told what to do differently at `/__sandbox/controls`; `/__sandbox/end-sessions` ends all.
 */
export async function startSamlIdp(options: SamlOptions): Promise<SamlStandIn> {
  let handle = (_: IncomingMessage, response: ServerResponse): void => sendJson(response, 503, { error: "starting" });
  const server = await listenOnLoopback(options.port, (request, response) => handle(request, response));
  const state = createState(options, `http://127.0.0.1:${server.port}`);
  handle = (request, response) => {
    route(state, request, response).catch((error: unknown) => {
      if (!response.headersSent) sendHtml(response, 400, renderProblem(error));
    });
  };
  return {
    url: state.url,
    entityId: state.entityId,
    metadataUrl: state.entityId,
    metadata: state.idps.trusting.getMetadata(),
    certificate: state.keys.certificate,
    controls: state.controls,
    endSessions: state.sessions.endAll,
    close: server.close,
  };
}

function createState(options: SamlOptions, url: string): StandInState {
  const now = options.now ?? (() => new Date());
  const keys = createSelfSignedCertificate({ commonName: "Corporate SSO (sandbox)", now: now(), days: 3650 });
  const load = (description: ServiceProviderDescription) => loadServiceProvider(description, options.fetch ?? fetch);
  return {
    url,
    entityId: `${url}/metadata`,
    keys,
    idps: {
      demanding: createIdentityProvider({ url, keys, demandSignatures: true }),
      trusting: createIdentityProvider({ url, keys, demandSignatures: false }),
    },
    people: options.people,
    controls: createControls(samlControlsSchema),
    sessions: createIdpSessions(now),
    pending: new Map(),
    now,
    applications: options.serviceProviders,
    awsAttributes: options.awsAttributes ?? (() => ({ roles: [] })),
    requireServiceProvider: async (by) => {
      // Those that are known by their values come first: the portal need not run for them.
      const known = options.serviceProviders.filter(
        (sp) => "entityId" in sp && "entityId" in by && sp.entityId === by.entityId,
      );
      const others = options.serviceProviders.filter((sp) => ("id" in by ? sp.id === by.id : "metadataUrl" in sp));
      for (const description of [...known, ...others]) {
        const sp = await load(description);
        if ("id" in by || sp.entityId === by.entityId) return sp;
      }
      throw new Error("no such application is registered here");
    },
  };
}

async function route(state: StandInState, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", state.url);
  if (url.pathname === "/__sandbox/controls") return handleControls(state.controls, request, response);
  if (url.pathname === "/__sandbox/end-sessions" && request.method === "POST") {
    return sendJson(response, 200, { ended: state.sessions.endAll() });
  }
  const { delayMs, down } = state.controls.current();
  if (delayMs > 0) await delay(delayMs);
  if (down) return sendJson(response, 503, { error: "temporarily unavailable" });
  const page = Object.hasOwn(PAGES, url.pathname) ? PAGES[url.pathname] : undefined;
  if (page === undefined) return sendJson(response, 404, { error: "no such page" });
  await page(state, request, response, url);
}

type Page = (state: StandInState, request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> | void;

const PAGES: Readonly<Record<string, Page>> = {
  "/": (state, request, response) => {
    const session = state.sessions.find(request);
    sendHtml(response, 200, session === null ? renderForm(state, "", false) : renderStartPage(state, session));
  },
  "/metadata": (state, _, response) => {
    response.writeHead(200, { "content-type": "application/samlmetadata+xml" });
    response.end(state.idps.trusting.getMetadata());
  },
  "/sso": handleAuthnRequest,
  "/continue": (state, request, response, url) =>
    continueRequest(state, url.searchParams.get("request") ?? "", request, response),
  "/sign-in": handleSignIn,
  "/idp-initiated": (state, request, response, url) => handleIdpInitiated(state, url, request, response),
  "/slo": handleLogoutMessage,
  "/logout": startLogout,
};

function renderProblem(error: unknown): string {
  const reason = escapeMarkup(error instanceof Error ? error.message : "unknown");
  const body = `<h1>That did not work</h1><p role="alert">${reason}</p>`;
  return renderPage({ title: "That did not work", tag: "Sandbox", body });
}
