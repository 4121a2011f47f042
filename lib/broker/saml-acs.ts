import "server-only";
import type { SamlProviderConfig } from "#lib/config/identity-provider-schema";
import { consumeSamlResponse, findSamlRequest, type SamlPurpose, type SamlRequestRow } from "#lib/db/saml-requests";
import { newReference } from "#lib/db/sealed";
import { type SignInOutcome, saveSignInCode } from "#lib/db/sign-in-codes";
import { SAML_PRESET_ATTRIBUTES } from "#lib/idp/presets";
import { ownPath } from "#lib/own-path";
import { err, ok, type Result } from "#lib/result";
import { toIdentity } from "#lib/saml/identity";
import { type VerifiedResponse, verifyResponse } from "#lib/saml/verify-response";
import { inSeconds } from "./in-seconds";
import { currentPortal, type Portal } from "./portal";
import { findSamlProvider, samlSetUp } from "./saml-set-up";
import { callbackUrl } from "./saml-sign-in";
import { ASSERTION_SECONDS, SIGN_IN_CODE_SECONDS } from "./saml-times";

const RELAY_STATE = /^[\w-]{43}$/;

export type PostedResponse = { readonly samlResponse: string; readonly relayState: string };

export type AcsStep =
  | { readonly kind: "callback"; readonly url: string }
  | { readonly kind: "unsolicited"; readonly code: string; readonly returnTo: string };

/**
 * The request that a response claims to answer. A RelayState that this portal issued comes first: without one nothing
 * is even parsed, unless this IdP may begin sign-ins by itself.
 */
export async function findAnsweredRequest(
  portal: Portal,
  provider: SamlProviderConfig,
  relayState: string,
  purpose: SamlPurpose,
): Promise<Result<SamlRequestRow | null, string>> {
  const row = RELAY_STATE.test(relayState) ? await findSamlRequest(portal.storage.db, relayState, portal.now()) : null;
  if (row !== null && row.idp !== provider.id) return err("saml_relay_state_of_another_idp");
  if (row !== null && row.purpose !== purpose) return err("saml_relay_state_unknown");
  if (row === null && !(purpose === "sign-in" && provider.allowIdpInitiated)) return err("saml_relay_state_unknown");
  return ok(row);
}

/** With a second application addressed to AWS, only that one's assertions are for AWS. */
const keepsAssertion = (portal: Portal, provider: SamlProviderConfig) =>
  provider.aws === undefined &&
  portal.config.access.accounts.some((account) =>
    account.roles.some((role) => role.via === "idp-saml" && role.idp === provider.id),
  );

/** What is kept of a verified response. The response itself only where a role of `idp-saml` may need it, and 5 minutes. */
function toOutcome(portal: Portal, provider: SamlProviderConfig, verified: VerifiedResponse, value: string) {
  const identity = toIdentity(verified, provider, SAML_PRESET_ATTRIBUTES[provider.preset]);
  if (!identity.ok) return err(identity.error.code);
  const { issueInstant, nameId, sessionIndex, sessionNotOnOrAfter } = verified;
  const expiresAt = inSeconds(issueInstant, ASSERTION_SECONDS);
  const proof = { kind: "saml-response" as const, value, issuedAt: issueInstant, expiresAt };
  const outcome: SignInOutcome = {
    identity: identity.value,
    nameId,
    sessionIndex,
    notAfter: sessionNotOnOrAfter,
    // STS takes no assertion without a signature of its own.
    proofs: verified.assertionSigned && keepsAssertion(portal, provider) ? [proof] : [],
  };
  return ok(outcome);
}

/**
 * Takes a response at the ACS: verified, consumed once, and turned into a code that only the browser which began this
 * sign-in can redeem. Refusals are codes for the audit; what the person is told does not depend on them.
 */
export async function acceptSamlResponse(idp: string, posted: PostedResponse): Promise<Result<AcsStep, string>> {
  const portal = await currentPortal();
  const provider = findSamlProvider(portal, idp);
  if (provider === null) return err("idp_unknown");
  const request = await findAnsweredRequest(portal, provider, posted.relayState, "sign-in");
  if (!request.ok) return request;
  const setUp = await samlSetUp(portal, provider);
  if (!setUp.ok) return err("idp_unavailable");
  const { sp } = setUp.value;
  const verified = await verifyResponse({
    ...setUp.value,
    provider,
    samlResponse: posted.samlResponse,
    now: portal.now(),
    expectation: { requestId: request.value?.id ?? null, acsUrl: sp.acsUrl, audience: sp.entityId },
  });
  if (!verified.ok) return err(verified.error.code);
  const consumed = await consume(portal, provider, verified.value, request.value);
  if (!consumed) return err("saml_replayed");
  const outcome = toOutcome(portal, provider, verified.value, posted.samlResponse);
  return outcome.ok ? ok(await mintCode(portal, provider, request.value, outcome.value, posted.relayState)) : outcome;
}

/** Takes the response out of circulation. False: it was there before. */
export function consume(
  portal: Portal,
  provider: SamlProviderConfig,
  verified: VerifiedResponse,
  request: SamlRequestRow | null,
): Promise<boolean> {
  const ids = [verified.responseId, verified.assertionId].filter((id) => id !== null);
  return consumeSamlResponse(portal.storage.db, {
    idp: provider.id,
    messageIds: ids,
    requestId: request?.id ?? null,
    keepUntil: verified.notOnOrAfter,
  });
}

async function mintCode(
  portal: Portal,
  provider: SamlProviderConfig,
  request: SamlRequestRow | null,
  outcome: SignInOutcome,
  relayState: string,
): Promise<AcsStep> {
  const { db, sealer } = portal.storage;
  const code = newReference();
  const state = request?.state ?? null;
  const expiresAt = inSeconds(portal.now(), SIGN_IN_CODE_SECONDS);
  const codeChallenge = request?.codeChallenge ?? null;
  await saveSignInCode(db, sealer, code, { idp: provider.id, state, codeChallenge, outcome, expiresAt });
  if (state !== null) return { kind: "callback", url: callbackUrl(portal, provider.id, code, state) };
  return { kind: "unsolicited", code, returnTo: ownPath(relayState, portal.config.portal.url) ?? "/" };
}
