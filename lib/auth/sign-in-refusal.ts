/** What next-auth's OIDC client says, by what it means. The texts are openid-client's (5.7); an unknown one stays general. */
const MEANINGS: readonly (readonly [part: string, refusal: string])[] = [
  ["state mismatch", "oidc_state_mismatch"],
  ["State cookie was missing", "state_cookie_missing"],
  ["code_verifier cookie was missing", "state_cookie_missing"],
  ["Nonce cookie was missing", "state_cookie_missing"],
  ["cookie was created for a different provider", "state_of_another_idp"],
  ["nonce mismatch", "oidc_nonce_mismatch"],
  ["iss mismatch", "oidc_issuer_mismatch"],
  ["unexpected iss value", "oidc_issuer_mismatch"],
  ["iss missing", "oidc_issuer_mismatch"],
  ["aud", "oidc_audience_mismatch"],
  ["azp", "oidc_audience_mismatch"],
  ["unexpected JWT alg", "oidc_algorithm_refused"],
  ["failed to validate JWT signature", "oidc_signature_invalid"],
  ["no valid key found", "oidc_key_unknown"],
  ["JWT expired", "oidc_token_expired"],
  ["issued in the future", "oidc_token_from_future"],
  ["access_denied", "idp_access_denied"],
  ["outgoing request timed out", "idp_unavailable"],
  ["ECONNREFUSED", "idp_unavailable"],
  ["ENOTFOUND", "idp_unavailable"],
  ["EAI_AGAIN", "idp_unavailable"],
  ["ECONNRESET", "idp_unavailable"],
  ["socket hang up", "idp_unavailable"],
  ["expected 200 OK", "idp_unavailable"],
];

function messagesOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  // An AggregateError of a refused dual-stack connection has an empty message and a code.
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return `${error.message} ${code} ${messagesOf(error.cause)}`;
}

/** A code for the audit from an error of next-auth's: never the message itself, which may quote what was sent. */
export function classifyCallbackError(code: string, error: unknown): string {
  const text = messagesOf(error);
  const known = MEANINGS.find(([part]) => text.includes(part));
  if (known !== undefined) return known[1];
  return code === "SIGNIN_OAUTH_ERROR" ? "idp_unavailable" : "oidc_callback_failed";
}

/** What the person is told: which of three things happened, and nothing of what was checked. */
export type SignInNotice = "refused" | "idp_unavailable" | "try_again";

const TRY_AGAIN = new Set([
  "state_cookie_missing",
  "oidc_state_mismatch",
  "state_mismatch",
  "code_unknown",
  "state_of_another_idp",
]);

export function noticeFor(refusal: string): SignInNotice {
  if (refusal === "idp_unavailable" || refusal === "saml_metadata_unavailable") return "idp_unavailable";
  return TRY_AGAIN.has(refusal) ? "try_again" : "refused";
}
