import "server-only";
import { cookies } from "next/headers";
import { ownPath } from "#lib/own-path";
import { LAST_IDP_COOKIE } from "./last-idp";

type Idp = { readonly id: string; readonly name: string; readonly type: "saml" | "oidc" };

const NOTICES = ["signed_out", "session_expired", "session_ended", "refused", "try_again", "idp_unavailable"] as const;

const single = (value: string | string[] | undefined) => (typeof value === "string" ? value : null);

const isRequestId = (text: string | null): text is string => text !== null && /^[\w-]{1,64}$/.test(text);

/** What the sign-in page was asked: every part checked, and what does not fit ignored. */
export async function readSignInQuery(
  query: Readonly<Record<string, string | string[] | undefined>>,
  portalUrl: string,
  idps: readonly Idp[],
) {
  // An OIDC provider that has logged somebody out comes back to the registered address with our `state` (RP-Initiated
  // Logout 1.0, 3), which is all there is to tell that it did.
  const asked = single(query.notice) ?? (query.state === undefined ? null : "signed_out");
  const code = NOTICES.find((notice) => notice === asked);
  const reference = single(query.ref);
  const last = (await cookies()).get(LAST_IDP_COOKIE)?.value;
  return {
    callbackUrl: ownPath(single(query.callbackUrl) ?? "/", portalUrl) ?? "/",
    begin: idps.find((idp) => idp.id === single(query.begin)) ?? null,
    lastIdpId: idps.find((idp) => idp.id === last)?.id ?? null,
    notice: code === undefined ? undefined : { code, ...(isRequestId(reference) ? { requestId: reference } : {}) },
  };
}
