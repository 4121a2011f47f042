import type { IncomingMessage, ServerResponse } from "node:http";
import { readForm, redirect, sendHtml } from "../http-exchange";
import { findPerson } from "../people";
import { renderSignInPage } from "../sign-in-page";
import { answerRequest, newSamlId, refusePassively } from "./answer-request";
import { PROTOCOL_NS } from "./namespaces";
import { readSamlMessage, type SamlMessage, verifyMessage } from "./read-message";
import { findAttribute, listElements } from "./read-xml";
import type { ServiceProvider } from "./service-provider";
import type { PendingRequest, StandInState } from "./stand-in-state";

/** `/sso`: an AuthnRequest by either binding. Throws, in words for the page, on one that must not be answered. */
export async function handleAuthnRequest(
  state: StandInState,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const message = await readSamlMessage(request);
  if (message?.document.documentElement.localName !== "AuthnRequest") throw new Error("no AuthnRequest arrived");
  const sp = await state.requireServiceProvider({ entityId: message.issuer });
  await verifyMessage(message, sp, state.idps);
  const id = keepPending(state, describeRequest(state, message, sp));
  // The session cookie is Lax: it does not come with a POST from another site, but it does with the GET that follows.
  if (message.binding === "post") return redirect(response, `/continue?request=${id}`);
  return continueRequest(state, id, request, response);
}

function describeRequest(state: StandInState, message: SamlMessage, sp: ServiceProvider): PendingRequest {
  const root = message.document.documentElement;
  const destination = findAttribute(root, "Destination");
  const acsUrl = findAttribute(root, "AssertionConsumerServiceURL") ?? sp.acsUrls[0] ?? "";
  if (destination !== null && destination !== `${state.url}/sso`) throw new Error(`this is not ${destination}`);
  if (!sp.acsUrls.includes(acsUrl)) throw new Error(`${acsUrl} is not an ACS of ${sp.name}`);
  return {
    spId: sp.id,
    requestId: findAttribute(root, "ID"),
    acsUrl,
    relayState: message.relayState,
    forceAuthn: isTrue(findAttribute(root, "ForceAuthn")),
    isPassive: isTrue(findAttribute(root, "IsPassive")),
    nameIdFormat: findAttribute(listElements(root, PROTOCOL_NS, "NameIDPolicy")[0], "Format"),
  };
}

const isTrue = (text: string | null) => text === "true" || text === "1";

/** Answers for somebody who is signed in, unless the application insists on the form; shows the form to others. */
export async function continueRequest(
  state: StandInState,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const pending = state.pending.get(id);
  if (pending === undefined)
    throw new Error("this request is not known, or was answered: start again at the application");
  const session = state.sessions.find(request);
  if (session !== null && !pending.forceAuthn) {
    state.pending.delete(id);
    return answerRequest(state, response, pending, session);
  }
  if (pending.isPassive) return refusePassively(state, response, pending);
  sendHtml(response, 200, renderForm(state, id, false));
}

/** `/sign-in`: the form comes back. Without a request at hand it leads to the stand-in's own page. */
export async function handleSignIn(
  state: StandInState,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const form = await readForm(request);
  const id = form.request ?? "";
  const person = findPerson(state.people, form);
  if (person === null) return sendHtml(response, 401, renderForm(state, id, true));
  const session = state.sessions.begin(response, person);
  const pending = state.pending.get(id);
  if (pending === undefined) return redirect(response, "/");
  state.pending.delete(id);
  return answerRequest(state, response, pending, session);
}

/** `/idp-initiated?sp=…`: an unsolicited response to that application (profiles, 4.1.5). */
export async function handleIdpInitiated(
  state: StandInState,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const sp = await state.requireServiceProvider({ id: url.searchParams.get("sp") ?? "" });
  const relayState = url.searchParams.get("RelayState");
  const asked = { requestId: null, forceAuthn: false, isPassive: false, nameIdFormat: null };
  const id = keepPending(state, { ...asked, spId: sp.id, acsUrl: sp.acsUrls[0] ?? "", relayState });
  return continueRequest(state, id, request, response);
}

export function renderForm(state: StandInState, requestId: string, failed: boolean): string {
  const hidden = { request: requestId };
  return renderSignInPage({ provider: "Corporate SSO", action: "/sign-in", people: state.people, hidden, failed });
}

function keepPending(state: StandInState, pending: PendingRequest): string {
  const id = newSamlId();
  state.pending.set(id, pending);
  return id;
}
