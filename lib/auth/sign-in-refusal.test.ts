import { describe, expect, test } from "vitest";
import { classifyCallbackError, noticeFor } from "./sign-in-refusal";

describe("a sign-in that next-auth could not complete", () => {
  test.each([
    ["state mismatch, expected abc, got: def", "oidc_state_mismatch"],
    ["nonce mismatch, expected abc, got: def", "oidc_nonce_mismatch"],
    ["unexpected JWT alg received, expected RS256, got: HS256", "oidc_algorithm_refused"],
    ["iss mismatch, expected https://a, got: https://b", "oidc_issuer_mismatch"],
    ["State cookie was missing.", "state_cookie_missing"],
    ["outgoing request timed out after 10000ms", "idp_unavailable"],
    ["something new with eyJhbGciOi.token", "oidc_callback_failed"],
  ])("is named by a code, never by its message: %s", (message, code) => {
    expect(classifyCallbackError("OAUTH_CALLBACK_ERROR", new Error(message))).toBe(code);
  });

  test("an unreachable provider is recognised by the system's code", () => {
    const refused = Object.assign(new AggregateError([]), { code: "ECONNREFUSED" });
    expect(classifyCallbackError("SIGNIN_OAUTH_ERROR", refused)).toBe("idp_unavailable");
  });

  test("tells the person one of three things, and nothing of what was checked", () => {
    expect(noticeFor("oidc_nonce_mismatch")).toBe("refused");
    expect(noticeFor("saml_signature_invalid")).toBe("refused");
    expect(noticeFor("state_cookie_missing")).toBe("try_again");
    expect(noticeFor("idp_unavailable")).toBe("idp_unavailable");
  });
});
