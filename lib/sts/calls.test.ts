import { describe, expect, test } from "vitest";
import { buildRoleArn } from "#lib/aws/arn";
import { assumeRoleWithSaml } from "./assume-role-with-saml";
import { assumeRoleWithWebIdentity } from "./assume-role-with-web-identity";
import { callSts } from "./calls";
import { answerWith, failure, startLoopbackSts, success } from "./fixtures/loopback-sts";

const roleArn = buildRoleArn({ partition: "aws", accountId: "111122223333", roleName: "team/Dev" });
const POLICY = "arn:aws:iam::aws:policy/ReadOnlyAccess";

const byToken = assumeRoleWithWebIdentity({
  roleArn,
  roleSessionName: "alice",
  webIdentityToken: "eyJ.payload.signature",
  durationSeconds: 900,
  policy: null,
  policyArns: [POLICY],
});

const byAssertion = assumeRoleWithSaml({
  roleArn,
  principalArn: "arn:aws:iam::111122223333:saml-provider/gatehouse",
  samlAssertion: "PHNhbWxwOlJlc3BvbnNlLz4=",
  durationSeconds: 3600,
  policy: null,
  policyArns: [],
});

const at = (endpoint: string) => ({ region: "eu-west-1", endpoint });

describe("a call to STS", () => {
  test("by token: asks unsigned, with exactly what was given, and reads the session", async () => {
    const sts = await startLoopbackSts(answerWith(200, success("AssumeRoleWithWebIdentity")));
    const answer = await callSts(byToken, at(sts.url));
    await sts.stop();
    expect(answer).toEqual({
      ok: true,
      value: {
        credentials: {
          accessKeyId: "ASIAIOSFODNN7EXAMPLE",
          secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
          sessionToken: "token//==",
          expiresAt: new Date("2026-11-21T11:00:00Z"),
        },
        assumedRoleArn: "arn:aws:sts::111122223333:assumed-role/Dev/alice",
        requestId: "11111111-2222-3333-4444-555555555555",
        packedPolicySizePercent: 6,
      },
    });
    expect(sts.seen).toHaveLength(1);
    expect(sts.seen[0]?.headers.authorization).toBeUndefined();
    expect(Object.fromEntries(sts.seen[0]?.form ?? [])).toEqual({
      Action: "AssumeRoleWithWebIdentity",
      Version: "2011-06-15",
      RoleArn: roleArn,
      RoleSessionName: "alice",
      WebIdentityToken: "eyJ.payload.signature",
      DurationSeconds: "900",
      "PolicyArns.member.1.arn": POLICY,
    });
  });

  test("by assertion: names role and provider, and no credentials are looked for", async () => {
    const sts = await startLoopbackSts(answerWith(200, success("AssumeRoleWithSAML")));
    const answer = await callSts(byAssertion, at(sts.url));
    await sts.stop();
    expect(answer.ok).toBe(true);
    expect(sts.seen[0]?.headers.authorization).toBeUndefined();
    expect(Object.fromEntries(sts.seen[0]?.form ?? [])).toMatchObject({
      Action: "AssumeRoleWithSAML",
      PrincipalArn: "arn:aws:iam::111122223333:saml-provider/gatehouse",
      SAMLAssertion: "PHNhbWxwOlJlc3BvbnNlLz4=",
      DurationSeconds: "3600",
    });
  });

  test.each([
    ["AccessDenied", 403, "sts_access_denied"],
    ["InvalidIdentityToken", 400, "sts_invalid_identity_token"],
    ["ExpiredTokenException", 400, "sts_expired_token"],
    ["ExpiredToken", 400, "sts_expired_token"],
    ["IDPRejectedClaim", 403, "sts_rejected_claim"],
    ["PackedPolicyTooLarge", 400, "sts_packed_policy_too_large"],
    ["MalformedPolicyDocument", 400, "sts_malformed_policy"],
    ["ValidationError", 400, "sts_validation"],
    ["MalformedInput", 400, "sts_validation"],
    ["RegionDisabledException", 403, "sts_region_disabled"],
    ["RegionDisabled", 403, "sts_region_disabled"],
    ["SomethingNew", 400, "sts_unexpected"],
  ])("refused with %s (%i) is %s, with AWS's code and request id", async (awsCode, status, code) => {
    const sts = await startLoopbackSts(answerWith(status, failure(awsCode)));
    const answer = await callSts(byToken, at(sts.url));
    await sts.stop();
    expect(sts.seen).toHaveLength(1);
    expect(answer.ok).toBe(false);
    if (answer.ok) return;
    expect(answer.error).toMatchObject({
      code,
      httpStatus: status,
      awsMessage: expect.stringContaining("AWS's words"),
    });
    expect(answer.error.awsCode).toBe(awsCode);
    expect(answer.error.requestId).toBe("11111111-2222-3333-4444-555555555555");
  });

  test("throttled: tried three times as the SDK does, then said", async () => {
    const sts = await startLoopbackSts(answerWith(400, failure("Throttling")));
    const answer = await callSts(byToken, at(sts.url));
    await sts.stop();
    expect(answer).toMatchObject({ ok: false, error: { code: "sts_throttled", awsCode: "Throttling" } });
    expect(sts.seen).toHaveLength(3);
  });

  test("refused since AWS could not reach the issuer: tried three times, then said", async () => {
    const sts = await startLoopbackSts(answerWith(400, failure("IDPCommunicationError")));
    const answer = await callSts(byToken, at(sts.url));
    await sts.stop();
    expect(answer).toMatchObject({ ok: false, error: { code: "sts_idp_communication" } });
    expect(sts.seen).toHaveLength(3);
  });

  test("throttled once: the next attempt counts", async () => {
    const sts = await startLoopbackSts(
      answerWith(400, failure("Throttling")),
      answerWith(200, success("AssumeRoleWithWebIdentity")),
    );
    const answer = await callSts(byToken, at(sts.url));
    await sts.stop();
    expect(answer.ok).toBe(true);
  });

  test.each([
    ["AWS's own trouble", answerWith(503, failure("ServiceUnavailable"))],
    ["a proxy's page", answerWith(502, "<html>Bad gateway</html>", "text/html")],
    ["a success that is none", answerWith(200, "<html>Welcome to the hotel</html>", "text/html")],
    ["an empty success", answerWith(200, "")],
  ])("%s is an outage, not a refusal", async (_name, answered) => {
    const sts = await startLoopbackSts(answered);
    const answer = await callSts(byToken, at(sts.url));
    await sts.stop();
    expect(answer).toMatchObject({ ok: false, error: { code: "sts_unavailable" } });
  });

  test.each([
    ["a proxy's page", answerWith(502, "<html>Bad gateway</html>", "text/html")],
    ["a page that was not found", answerWith(404, "<html>Nothing here</html>", "text/html")],
    ["something in JSON", answerWith(403, "{}", "application/json")],
  ])("%s puts no words into AWS's mouth", async (_name, answered) => {
    const sts = await startLoopbackSts(answered);
    const answer = await callSts(byToken, at(sts.url));
    await sts.stop();
    expect(answer).toMatchObject({ ok: false, error: { awsCode: null, awsMessage: null } });
  });

  test("an STS that never answers is given up on, and is an outage", async () => {
    const sts = await startLoopbackSts(() => undefined);
    const answer = await callSts(byToken, { ...at(sts.url), requestTimeoutMs: 200 });
    await sts.stop();
    expect(answer).toMatchObject({ ok: false, error: { code: "sts_unavailable", httpStatus: null } });
    expect(sts.seen).toHaveLength(3);
  });

  test("nobody there is an outage", async () => {
    const sts = await startLoopbackSts(answerWith(200, ""));
    await sts.stop();
    expect(await callSts(byToken, at(sts.url))).toMatchObject({
      ok: false,
      error: { code: "sts_unavailable", awsCode: null },
    });
  });
});
