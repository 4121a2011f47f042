import { describe, expect, test } from "vitest";
import { isChallenge, verifyCodeVerifier } from "./pkce";

// RFC 7636, appendix B.
const VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

test("the verifier of RFC 7636's own example makes its challenge", () => {
  expect(verifyCodeVerifier(VERIFIER, CHALLENGE)).toBe(true);
});

describe("PKCE wrong", () => {
  test.each([
    ["another verifier", `${VERIFIER.slice(0, -1)}K`],
    ["the challenge itself, as the plain method has it", CHALLENGE],
    ["a verifier that is too short", VERIFIER.slice(0, 42)],
    ["a verifier that is too long", "a".repeat(129)],
    ["a verifier of other characters", `${VERIFIER.slice(0, -1)}+`],
    ["none", ""],
  ])("%s is refused", (_name, verifier) => expect(verifyCodeVerifier(verifier, CHALLENGE)).toBe(false));

  test.each(["", "short", `${CHALLENGE}=`, `${CHALLENGE}a`, CHALLENGE.replace("-", "+")])(
    "%j is no challenge",
    (text) => expect(isChallenge(text)).toBe(false),
  );
});
