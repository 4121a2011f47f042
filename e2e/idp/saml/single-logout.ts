import type { IncomingMessage, ServerResponse } from "node:http";
import { escapeMarkup, renderPage } from "../html";
import { sendHtml } from "../http-exchange";
import { newSamlId } from "./answer-request";
import type { Participation } from "./idp-sessions";
import { ASSERTION_NS, PROTOCOL_NS } from "./namespaces";
import { readSamlMessage, verifyMessage } from "./read-message";
import { findAttribute, findText, listElements } from "./read-xml";
import { buildNameId, formatInstant } from "./response-xml";
import { sendByPost, sendByRedirect } from "./send-message";
import type { ServiceProvider } from "./service-provider";
import { signElement } from "./sign-xml";
import type { StandInState } from "./stand-in-state";

/** `/slo`: a LogoutRequest is carried out and answered; a LogoutResponse ends a logout that started here. */
export async function handleLogoutMessage(
  state: StandInState,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const message = await readSamlMessage(request);
  if (message === null) throw new Error("no logout message arrived");
  const sp = await state.requireServiceProvider({ entityId: message.issuer });
  await verifyMessage(message, sp, state.idps);
  const root = message.document.documentElement;
  if (root.localName === "LogoutResponse") return sendHtml(response, 200, renderSignedOut());
  if (root.localName !== "LogoutRequest") throw new Error(`did not expect a ${root.localName}`);
  const nameId = findText(root, ASSERTION_NS, "NameID") ?? "";
  const indexes = listElements(root, PROTOCOL_NS, "SessionIndex").map((element) => element.textContent?.trim() ?? "");
  for (const session of state.sessions.findByParticipation(sp.id, nameId, indexes)) state.sessions.end(session);
  const inResponseTo = findAttribute(root, "ID");
  sendLogout(state, response, sp, { kind: "SAMLResponse", inResponseTo, relayState: message.relayState });
}

/** `/logout`: ends the session here and sends a LogoutRequest to the application that was used last and can take one. */
export async function startLogout(
  state: StandInState,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const session = state.sessions.find(request);
  if (session !== null) state.sessions.end(session);
  for (const participation of [...(session?.participations ?? [])].reverse()) {
    const sp = await state.requireServiceProvider({ id: participation.spId });
    if (sp.logout !== null)
      return sendLogout(state, response, sp, { kind: "SAMLRequest", participation, relayState: null });
  }
  sendHtml(response, 200, renderSignedOut());
}

type LogoutMessage = { readonly relayState: string | null } & (
  | { readonly kind: "SAMLRequest"; readonly participation: Participation }
  | { readonly kind: "SAMLResponse"; readonly inResponseTo: string | null }
);

/** Always signed: by the query with HTTP-Redirect, within the document with HTTP-POST. */
function sendLogout(state: StandInState, response: ServerResponse, sp: ServiceProvider, message: LogoutMessage): void {
  if (sp.logout === null) {
    sendHtml(response, 200, renderSignedOut());
    return;
  }
  const url = message.kind === "SAMLRequest" ? sp.logout.url : sp.logout.answerUrl;
  const xml = buildLogoutXml(state, url, message);
  const to = { url, kind: message.kind, relayState: message.relayState };
  if (sp.logout.binding === "redirect") {
    sendByRedirect(response, { ...to, xml, privateKey: state.keys.privateKey });
    return;
  }
  const root = message.kind === "SAMLRequest" ? "LogoutRequest" : "LogoutResponse";
  sendByPost(response, { ...to, xml: signElement(xml, [root], state.keys) });
}

/** SAML core, 3.7.1 and 3.7.2. */
function buildLogoutXml(state: StandInState, destination: string, message: LogoutMessage): string {
  const now = state.now();
  const common = `xmlns:samlp="${PROTOCOL_NS}" xmlns:saml="${ASSERTION_NS}" ID="${newSamlId()}" Version="2.0" IssueInstant="${formatInstant(now)}" Destination="${escapeMarkup(destination)}"`;
  const issuer = `<saml:Issuer>${escapeMarkup(state.entityId)}</saml:Issuer>`;
  if (message.kind === "SAMLResponse") {
    const answer = message.inResponseTo === null ? "" : ` InResponseTo="${escapeMarkup(message.inResponseTo)}"`;
    return `<samlp:LogoutResponse ${common}${answer}>${issuer}<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status></samlp:LogoutResponse>`;
  }
  const end = formatInstant(new Date(now.getTime() + 300_000));
  const { nameId, sessionIndex } = message.participation;
  return `<samlp:LogoutRequest ${common} NotOnOrAfter="${end}">${issuer}${buildNameId(nameId)}<samlp:SessionIndex>${sessionIndex}</samlp:SessionIndex></samlp:LogoutRequest>`;
}

function renderSignedOut(): string {
  const body = '<h1>Signed out</h1><p>You are signed out of Corporate SSO.</p><p><a href="/">Sign in again</a></p>';
  return renderPage({ title: "Signed out", tag: "Sandbox", body });
}
