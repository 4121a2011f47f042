import "server-only";
import type { AuditEntry } from "#lib/audit/event";
import type { SamlProviderConfig } from "#lib/config/identity-provider-schema";
import { endLeasesOfSessions, listLeasedSessions } from "#lib/db/leases";
import { consumeSamlResponse, findSamlRequest } from "#lib/db/saml-requests";
import { endSession, listSessionsForLogout } from "#lib/db/sessions";
import type { RequestContext } from "#lib/identity";
import { err, ok, type Result } from "#lib/result";
import { buildLogoutResponse } from "#lib/saml/logout-message";
import { isSameNameId } from "#lib/saml/name-id";
import type { OutgoingMessage } from "#lib/saml/outgoing-message";
import type { IncomingMessage } from "#lib/saml/read-logout-message";
import { type VerifiedLogoutRequest, verifyLogoutRequest, verifyLogoutResponse } from "#lib/saml/verify-logout";
import { currentPortal, type Portal } from "./portal";
import { newSamlId } from "./saml-id";
import { findSamlProvider, type SamlSetUp, samlSetUp } from "./saml-set-up";

export type LogoutStep = { readonly kind: "answer"; readonly message: OutgoingMessage } | { readonly kind: "done" };

export type LogoutArrival = {
  readonly idp: string;
  readonly message: IncomingMessage;
  readonly field: "SAMLRequest" | "SAMLResponse";
  readonly relayState: string | null;
};

/** Ends every session that the request means, and leases that outlive theirs: same IdP, same NameID, and the SessionIndexes where it names some. */
async function endNamed(
  portal: Portal,
  provider: SamlProviderConfig,
  request: VerifiedLogoutRequest,
  context: RequestContext,
) {
  const { db } = portal.storage;
  const { sessionIndexes } = request;
  const candidates = await listSessionsForLogout(db, { idp: provider.id, sessionIndexes }, portal.now());
  const named = candidates.filter(({ nameId }) => nameId !== null && isSameNameId(nameId, request.nameId));
  for (const session of named) {
    await endSession(db, session.id, "ended_by_idp", portal.now());
    const entry: AuditEntry = {
      at: portal.now(),
      kind: "session.ended",
      outcome: "info",
      ...context,
      actor: session.identity,
      sessionId: session.id,
      role: null,
      detail: { reason: "ended_by_idp", endedSessionId: session.id },
    };
    await portal.record(entry);
  }
  const leased = await listLeasedSessions(db, { idp: provider.id, sessionIndexes }, portal.now());
  const over = leased.filter(({ nameId }) => nameId !== null && isSameNameId(nameId, request.nameId));
  await endLeasesOfSessions(
    db,
    over.map(({ id }) => id),
    portal.now(),
  );
}

async function acceptRequest(
  portal: Portal,
  provider: SamlProviderConfig,
  setUp: SamlSetUp,
  arrival: LogoutArrival,
  context: RequestContext,
): Promise<Result<LogoutStep, string>> {
  const now = portal.now();
  const verified = verifyLogoutRequest({ ...setUp, provider, message: arrival.message, now });
  if (!verified.ok) return err(verified.error.code);
  const { requestId, notOnOrAfter } = verified.value;
  const consumption = { idp: provider.id, messageIds: [requestId], requestId: null, keepUntil: notOnOrAfter };
  if (!(await consumeSamlResponse(portal.storage.db, consumption))) return err("saml_replayed");
  await endNamed(portal, provider, verified.value, context);
  const { relayState } = arrival;
  const message = buildLogoutResponse({
    ...setUp,
    provider,
    responseId: newSamlId(),
    inResponseTo: requestId,
    now,
    relayState,
    outcome: "success",
  });
  return ok(message === null ? { kind: "done" } : { kind: "answer", message });
}

/** The IdP's answer to a sign-out that began here. The session is over already; this only closes the exchange. */
async function acceptResponse(
  portal: Portal,
  provider: SamlProviderConfig,
  setUp: SamlSetUp,
  arrival: LogoutArrival,
): Promise<Result<LogoutStep, string>> {
  const now = portal.now();
  const waiting = await findSamlRequest(portal.storage.db, arrival.relayState ?? "", now);
  if (waiting === null || waiting.idp !== provider.id || waiting.purpose !== "logout")
    return err("saml_relay_state_unknown");
  const verified = verifyLogoutResponse({ ...setUp, provider, message: arrival.message, now, requestId: waiting.id });
  if (!verified.ok) return err(verified.error.code);
  const { responseId } = verified.value;
  await consumeSamlResponse(portal.storage.db, {
    idp: provider.id,
    messageIds: [responseId],
    requestId: waiting.id,
    keepUntil: waiting.expiresAt,
  });
  return ok({ kind: "done" });
}

/** Takes a message at the single logout service (SAML profiles 4.4): begun at the IdP, or its answer to ours. */
export async function acceptLogout(
  arrival: LogoutArrival,
  context: RequestContext,
): Promise<Result<LogoutStep, string>> {
  const portal = await currentPortal();
  const provider = findSamlProvider(portal, arrival.idp);
  if (provider === null) return err("idp_unknown");
  const setUp = await samlSetUp(portal, provider);
  if (!setUp.ok) return setUp;
  return arrival.field === "SAMLRequest"
    ? acceptRequest(portal, provider, setUp.value, arrival, context)
    : acceptResponse(portal, provider, setUp.value, arrival);
}
