import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { callStsWithKeys } from "./call-with-keys";
import { answerWith, failure, startLoopbackSts, success } from "./fixtures/loopback-sts";
import { getCallerIdentity } from "./get-caller-identity";
import { getSessionToken } from "./get-session-token";

const KEYS = { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" };
const call = getSessionToken({ serialNumber: "GAHT12345678", tokenCode: "123456", durationSeconds: 900 });
const at = (endpoint: string) => ({ region: "eu-west-1", endpoint });

const mfaFailed = failure("AccessDenied").replace(
  "in AWS's words",
  "MultiFactorAuthentication failed with invalid MFA one time pass code.",
);

/** Keys of whoever runs the portal, which a typed key must never be mixed with. */
beforeEach(() => {
  vi.stubEnv("AWS_ACCESS_KEY_ID", "AKIAOFTHEPORTAL00000");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "secret-of-the-portal");
  vi.stubEnv("AWS_SESSION_TOKEN", "token-of-the-portal");
});
afterEach(() => vi.unstubAllEnvs());

describe("a call with keys that somebody typed", () => {
  test("is signed with exactly these, and sends the code and no secret", async () => {
    const sts = await startLoopbackSts(answerWith(200, success("GetSessionToken")));
    const answer = await callStsWithKeys(call, at(sts.url), KEYS);
    await sts.stop();
    expect(answer).toMatchObject({ ok: true, value: { credentials: { accessKeyId: "ASIAIOSFODNN7EXAMPLE" } } });
    expect(sts.seen).toHaveLength(1);
    const { headers, form } = sts.seen[0] ?? { headers: {}, form: new URLSearchParams() };
    expect(headers.authorization).toMatch(/Credential=AKIAIOSFODNN7EXAMPLE\/\d{8}\/eu-west-1\/sts\//);
    expect(headers["x-amz-security-token"]).toBeUndefined();
    expect(JSON.stringify([headers, [...form]])).not.toMatch(/portal"|wJalrXUtnFEMI/);
    expect(Object.fromEntries(form)).toEqual({
      Action: "GetSessionToken",
      Version: "2011-06-15",
      SerialNumber: "GAHT12345678",
      TokenCode: "123456",
      DurationSeconds: "900",
    });
  });

  test("leaves no client behind: another person's key is not signed with the first one's", async () => {
    const sts = await startLoopbackSts(answerWith(200, success("GetSessionToken")));
    await callStsWithKeys(call, at(sts.url), KEYS);
    await callStsWithKeys(call, at(sts.url), { ...KEYS, accessKeyId: "AKIAOTHERPERSON00000" });
    await sts.stop();
    const signers = sts.seen.map(({ headers }) => /Credential=(\w+)/.exec(headers.authorization ?? "")?.[1]);
    expect(signers).toEqual(["AKIAIOSFODNN7EXAMPLE", "AKIAOTHERPERSON00000"]);
  });

  test("of a session sends its token", async () => {
    const sts = await startLoopbackSts(answerWith(403, failure("ExpiredToken")));
    await callStsWithKeys(getCallerIdentity(), at(sts.url), { ...KEYS, sessionToken: "the-token" });
    await sts.stop();
    expect(sts.seen[0]?.headers["x-amz-security-token"]).toBe("the-token");
  });

  test.each([
    ["a wrong code", 403, mfaFailed, "sts_mfa_failed"],
    ["an unknown key", 403, failure("InvalidClientTokenId"), "sts_invalid_client_token"],
    ["a wrong secret", 403, failure("SignatureDoesNotMatch"), "sts_signature_mismatch"],
    ["a Region that is off", 403, failure("RegionDisabledException"), "sts_region_disabled"],
    ["an answer without credentials", 200, "<GetSessionTokenResponse/>", "sts_unavailable"],
  ])("%s is a refusal with its own code", async (_, status, body, code) => {
    const sts = await startLoopbackSts(answerWith(status, body));
    const answer = await callStsWithKeys(call, at(sts.url), KEYS);
    await sts.stop();
    expect(answer).toMatchObject({ ok: false, error: { code } });
  });
});
