import "server-only";
import { currentConfig } from "#lib/config/current";
import { recordAuditEntry } from "#lib/db/audit-events";
import { currentStorage } from "#lib/db/current";
import type { RequestContext } from "#lib/identity";
import type { SignInAttempt } from "./sign-in-attempt";
import { noticeFor } from "./sign-in-refusal";

/**
 * Records a refused sign-in. The subject is only known where a message was verified, so it is not claimed here; nor is an
 * identity provider that somebody made up.
 */
export async function recordSignInRefusal(given: RequestContext, idp: string | null, reason: string): Promise<void> {
  const [{ query }, { identityProviders }] = await Promise.all([currentStorage(), currentConfig()]);
  const known = identityProviders.find((provider) => provider.id === idp);
  const { requestId, address, userAgent } = given;
  await recordAuditEntry(query, {
    at: new Date(),
    kind: "sign_in.refused",
    outcome: reason === "idp_unavailable" ? "failed" : "refused",
    requestId,
    address,
    userAgent,
    actor: known === undefined ? null : { idp: known.id, subject: "", email: null },
    sessionId: null,
    role: null,
    detail: { reason },
  });
}

/** The sign-in page with what a person can do about it, and the id under which the reason is found in the audit. */
export function signInNoticeUrl(portalUrl: string, refusal: string, requestId: string): string {
  const url = new URL("/sign-in", portalUrl);
  url.searchParams.set("notice", noticeFor(refusal));
  url.searchParams.set("ref", requestId);
  return url.href;
}

/** Ends next-auth's run: audited, its cookies kept (they clear the spent checks), its address replaced. */
export async function refuseSignIn(attempt: SignInAttempt, headers: Headers): Promise<Response> {
  const { portal } = await currentConfig();
  const refusal = attempt.refusal ?? "sign_in_failed";
  await recordSignInRefusal(attempt.context, attempt.idp, refusal);
  const url = signInNoticeUrl(portal.url, refusal, attempt.context.requestId);
  const answered = new Headers();
  for (const cookie of headers.getSetCookie()) answered.append("set-cookie", cookie);
  if (headers.get("location") === null) return Response.json({ url }, { headers: answered });
  answered.set("location", url);
  return new Response(null, { status: 303, headers: answered });
}

/** Ends a SAML sign-in at the login route or the ACS. The browser holds a POST from elsewhere, so 303 turns it to GET. */
export async function refuseSamlSignIn(context: RequestContext, idp: string, refusal: string): Promise<Response> {
  const { portal } = await currentConfig();
  await recordSignInRefusal(context, idp, refusal);
  const location = signInNoticeUrl(portal.url, refusal, context.requestId);
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}
