import "server-only";
import type { SamlProviderConfig } from "#lib/config/identity-provider-schema";
import { newReference } from "#lib/db/sealed";
import { consumeSignInCode, saveSignInCode } from "#lib/db/sign-in-codes";
import { err, ok, type Result } from "#lib/result";
import { buildAuthnRequest } from "#lib/saml/authn-request";
import type { OutgoingMessage } from "#lib/saml/outgoing-message";
import { inSeconds } from "./in-seconds";
import { openSamlRequest } from "./open-saml-request";
import { currentPortal, type Portal } from "./portal";
import { findSamlProvider, type SamlSetUp, samlSetUp } from "./saml-set-up";
import { SAML_REQUEST_SECONDS, SIGN_IN_CODE_SECONDS } from "./saml-times";

export type LoginQuery = {
  readonly state: string;
  readonly codeChallenge: string;
  readonly unsolicitedCode: string | null;
};

export type LoginRefusal = "idp_unknown" | "idp_unavailable";

export type LoginStep =
  | { readonly kind: "send"; readonly message: OutgoingMessage }
  | { readonly kind: "callback"; readonly url: string };

export function callbackUrl(portal: Portal, idp: string, code: string, state: string): string {
  const url = new URL(`/api/auth/callback/${idp}`, portal.config.portal.url);
  url.searchParams.set("code", code);
  url.searchParams.set("state", state);
  return url.href;
}

/** An unsolicited response waits under a code in the browser's cookie until that browser has a state of its own. */
async function adoptUnsolicited(portal: Portal, idp: string, query: LoginQuery): Promise<string | null> {
  if (query.unsolicitedCode === null) return null;
  const { db, sealer } = portal.storage;
  const now = portal.now();
  const row = await consumeSignInCode(db, sealer, query.unsolicitedCode, now);
  if (row === null || row.idp !== idp || row.state !== null) return null;
  const code = newReference();
  const { state, codeChallenge } = query;
  await saveSignInCode(db, sealer, code, {
    ...row,
    state,
    codeChallenge,
    expiresAt: inSeconds(now, SIGN_IN_CODE_SECONDS),
  });
  return callbackUrl(portal, idp, code, state);
}

async function sendAuthnRequest(
  portal: Portal,
  provider: SamlProviderConfig,
  setUp: SamlSetUp,
  query: LoginQuery,
): Promise<OutgoingMessage> {
  const { state, codeChallenge } = query;
  const purpose = "sign-in";
  const request = await openSamlRequest(portal, {
    idp: provider.id,
    purpose,
    seconds: SAML_REQUEST_SECONDS,
    state,
    codeChallenge,
  });
  return buildAuthnRequest({ ...setUp, ...request, provider });
}

/** Begins a SAML sign-in for the state and PKCE challenge of the browser's own next-auth run. */
export async function beginSamlSignIn(idp: string, query: LoginQuery): Promise<Result<LoginStep, LoginRefusal>> {
  const portal = await currentPortal();
  const provider = findSamlProvider(portal, idp);
  if (provider === null) return err("idp_unknown");
  const adopted = await adoptUnsolicited(portal, idp, query);
  if (adopted !== null) return ok({ kind: "callback", url: adopted });
  const setUp = await samlSetUp(portal, provider);
  if (!setUp.ok) return err("idp_unavailable");
  return ok({ kind: "send", message: await sendAuthnRequest(portal, provider, setUp.value, query) });
}
