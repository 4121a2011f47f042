import "server-only";
import type { SamlProviderConfig } from "#lib/config/identity-provider-schema";
import { saveProof } from "#lib/db/proofs";
import type { DbSession } from "#lib/db/session-row";
import { findSession } from "#lib/db/sessions";
import type { Caller } from "#lib/identity";
import { ownPath } from "#lib/own-path";
import { err, ok, type Result } from "#lib/result";
import { buildAwsAuthnRequest } from "#lib/saml/authn-request";
import type { OutgoingMessage } from "#lib/saml/outgoing-message";
import { verifyAwsResponse } from "#lib/saml/verify-aws-response";
import type { VerifiedResponse } from "#lib/saml/verify-response";
import { inSeconds } from "./in-seconds";
import { openSamlRequest } from "./open-saml-request";
import { currentPortal, type Portal } from "./portal";
import { consume, findAnsweredRequest, type PostedResponse } from "./saml-acs";
import { findSamlProvider, samlSetUp } from "./saml-set-up";
import { ASSERTION_SECONDS, SAML_REQUEST_SECONDS } from "./saml-times";

/**
 * Sends the caller to the second application at their IdP, the one addressed to AWS, for a fresh assertion. They come back
 * to `callbackUrl`, a path of the portal.
 */
export async function beginAwsAssertion(
  caller: Caller,
  idp: string,
  callbackUrl: string,
): Promise<Result<OutgoingMessage, "idp_unknown" | "idp_unavailable">> {
  const portal = await currentPortal();
  const provider = findSamlProvider(portal, idp);
  if (provider?.aws === undefined || caller.session.identity.idp !== idp) return err("idp_unknown");
  const setUp = await samlSetUp(portal, provider);
  if (!setUp.ok) return setUp;
  const request = await openSamlRequest(portal, {
    idp,
    purpose: "aws",
    seconds: SAML_REQUEST_SECONDS,
    state: ownPath(callbackUrl, portal.config.portal.url) ?? "/",
    sessionId: caller.session.id,
  });
  return ok(buildAwsAuthnRequest({ ...setUp.value, ...request, provider }));
}

/** The assertion has to be about whoever asked for it: a second application may name people otherwise, and then it is not. */
const isAbout = (verified: VerifiedResponse, session: DbSession) =>
  verified.nameId.value === session.nameId?.value || verified.nameId.value === session.identity.subject;

async function findAskingSession(portal: Portal, id: string | null): Promise<DbSession | null> {
  const session = id === null ? null : await findSession(portal.storage.db, id);
  return session !== null && session.expiresAt > portal.now() ? session : null;
}

async function keepAssertion(portal: Portal, session: DbSession, verified: VerifiedResponse, value: string) {
  const { db, sealer } = portal.storage;
  const { issueInstant: issuedAt } = verified;
  const expiresAt = inSeconds(issuedAt, ASSERTION_SECONDS);
  await saveProof(db, sealer, { sessionId: session.id, kind: "saml-response", value, issuedAt, expiresAt });
}

/**
 * Takes the response of the second application at the portal's `aws-acs`: verified like any other, consumed once, about
 * the person whose session asked for it, and kept for the few minutes in which AWS takes it. Answers where to go on.
 */
export async function acceptAwsResponse(idp: string, posted: PostedResponse): Promise<Result<string, string>> {
  const portal = await currentPortal();
  const provider: SamlProviderConfig | null = findSamlProvider(portal, idp);
  if (provider === null) return err("idp_unknown");
  const request = await findAnsweredRequest(portal, provider, posted.relayState, "aws");
  if (!request.ok) return request;
  if (request.value === null) return err("saml_relay_state_unknown");
  const [setUp, session] = await Promise.all([
    samlSetUp(portal, provider),
    findAskingSession(portal, request.value.sessionId),
  ]);
  if (!setUp.ok) return setUp;
  if (session === null) return err("session_not_found");
  const { samlResponse } = posted;
  const requestId = request.value.id;
  const verified = await verifyAwsResponse({ ...setUp.value, provider, samlResponse, requestId, now: portal.now() });
  if (!verified.ok) return err(verified.error.code);
  if (!isAbout(verified.value, session)) return err("saml_subject_of_another_person");
  if (!(await consume(portal, provider, verified.value, request.value))) return err("saml_replayed");
  await keepAssertion(portal, session, verified.value, samlResponse);
  return ok(new URL(request.value.state ?? "/", portal.config.portal.url).href);
}
