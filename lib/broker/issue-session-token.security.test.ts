import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answerWith, failure, startLoopbackSts, success } from "#lib/sts/fixtures/loopback-sts";
import { auditOf, inSeconds, openTestPortal, signIn, type TestPortal } from "./fixtures/test-portal";
import { issueSessionToken } from "./issue-session-token";
import { currentPortal } from "./portal";
import { offerSessionToken } from "./session-token-offer";
import { type SessionTokenRequest, sessionTokenRequest } from "./session-token-request";

const SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYTYPEDTYPED";
const CODE = "918273";
const TYPED: SessionTokenRequest = {
  accessKeyId: "AKIAIOSFODNN7EXAMPLE",
  secretAccessKey: SECRET,
  mfaDevice: "arn:aws:iam::111122223333:mfa/alice",
  mfaCode: CODE,
};
const WHO = `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
<Arn>arn:aws:iam::111122223333:user/team/alice</Arn><UserId>AIDAEXAMPLE</UserId><Account>111122223333</Account>
</GetCallerIdentityResult></GetCallerIdentityResponse>`;

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal();
});
afterAll(() => portal.stop());

async function ask(body: SessionTokenRequest, ...answers: readonly ReturnType<typeof answerWith>[]) {
  const sts = await startLoopbackSts(...answers);
  portal.use({ sts: sts.url });
  const caller = await signIn(portal);
  const issued = await issueSessionToken(caller, body);
  await sts.stop();
  return { issued, seen: sts.seen, audit: await auditOf(portal, caller) };
}

const toText = (rows: readonly object[]) =>
  JSON.stringify(rows, (_, value) => (typeof value === "bigint" ? String(value) : value));

const GRANTED = [answerWith(200, success("GetSessionToken")), answerWith(200, WHO)] as const;

describe("a session for one's own IAM user", () => {
  test("is issued, says whose it is, and is on record before and after", async () => {
    const { issued, seen, audit } = await ask(TYPED, ...GRANTED);
    expect(issued).toMatchObject({
      ok: true,
      value: {
        accountId: "111122223333",
        accountName: "payments-prod",
        roleName: "alice",
        assumedRoleArn: "arn:aws:iam::111122223333:user/team/alice",
        region: "eu-west-1",
        durationSeconds: 9 * 3600,
        limitedBy: "session",
      },
    });
    expect(seen.map(({ form }) => form.get("Action"))).toEqual(["GetSessionToken", "GetCallerIdentity"]);
    expect(audit.map(({ kind }) => kind)).toEqual(["credentials.requested", "credentials.issued"]);
    expect(audit[1]?.detail).toMatchObject({
      via: "session-token",
      userAccessKeyId: "AKIAIOSFODNN7EXAMPLE",
      mfaDevice: TYPED.mfaDevice,
      iamUser: "arn:aws:iam::111122223333:user/team/alice",
      accessKeyId: "ASIAIOSFODNN7EXAMPLE",
    });
  });

  test("the typed key signs one call; who it is, is asked with what was issued", async () => {
    const { seen } = await ask(TYPED, ...GRANTED);
    const signers = seen.map(({ headers }) => /Credential=(\w+)/.exec(headers.authorization ?? "")?.[1]);
    expect(signers).toEqual(["AKIAIOSFODNN7EXAMPLE", "ASIAIOSFODNN7EXAMPLE"]);
  });

  test("is issued also when AWS does not say whose it is", async () => {
    const { issued } = await ask(TYPED, GRANTED[0], answerWith(500, ""));
    expect(issued).toMatchObject({ ok: true, value: { accountId: "111122223333", roleName: "IAM-user", roleArn: "" } });
  });

  test("secrets in the audit: neither the secret key nor the code nor what was issued is in any row", async () => {
    const { audit } = await ask(TYPED, ...GRANTED);
    const refused = await ask(TYPED, answerWith(403, failure("SignatureDoesNotMatch")));
    const rows = toText([...audit, ...refused.audit]);
    expect(rows).toContain("AKIAIOSFODNN7EXAMPLE");
    for (const secret of [SECRET, CODE, "bPxRfiCYEXAMPLEKEY", "token//=="]) expect(rows).not.toContain(secret);
  });

  test("a secret in the wrong field is not recorded either", async () => {
    for (const field of ["accessKeyId", "mfaDevice", "mfaCode"] as const) {
      const { seen, audit } = await ask({ ...TYPED, [field]: SECRET }, ...GRANTED);
      expect(seen).toEqual([]);
      expect(toText(audit)).not.toContain(SECRET);
    }
  });

  test.each([
    [{ accessKeyId: "ASIAIOSFODNN7EXAMPLE" }, "access_key_temporary"],
    [{ accessKeyId: "AKIA" }, "access_key_id_invalid"],
    [{ secretAccessKey: "a b" }, "secret_access_key_invalid"],
    [{ mfaDevice: "arn:aws:iam::111122223333:user/alice" }, "mfa_device_invalid"],
    [{ mfaDevice: "arn:aws-cn:iam::111122223333:mfa/alice", partition: "aws" as const }, "mfa_device_partition"],
    [{ mfaCode: "12345" }, "mfa_code_invalid"],
    [{ durationSeconds: 899 }, "duration_out_of_range"],
    [{ durationSeconds: 129_601 }, "duration_out_of_range"],
    [{ durationSeconds: 3600.5 }, "duration_out_of_range"],
    [{ durationSeconds: Number.NaN }, "duration_out_of_range"],
    [{ role: { accountId: "111122223333", roleName: "Developer" } }, "role_not_granted"],
    [{ role: { accountId: "111122223333", roleName: "Nobody" } }, "role_not_granted"],
  ])("%j is refused as %s, on record, and nothing is sent to AWS", async (change, code) => {
    const { issued, seen, audit } = await ask({ ...TYPED, ...change }, ...GRANTED);
    expect(issued).toMatchObject({ ok: false, error: { code } });
    expect(seen).toEqual([]);
    expect(audit).toMatchObject([{ kind: "credentials.refused", detail: { reason: code, via: "session-token" } }]);
  });

  test("AWS's refusal of the session is told apart from that of a role", async () => {
    const { issued, audit } = await ask(TYPED, answerWith(403, failure("AccessDenied")));
    expect(issued).toMatchObject({ ok: false, error: { code: "iam_user_session_denied" } });
    expect(audit[1]).toMatchObject({ kind: "credentials.refused", detail: { awsCode: "AccessDenied" } });
  });

  test("no audit row, no call: what cannot be recorded is not asked", async () => {
    const sts = await startLoopbackSts(...GRANTED);
    portal.use({ sts: sts.url, record: () => Promise.reject(new Error("the disk is full")) });
    await expect(issueSessionToken(await signIn(portal), TYPED)).rejects.toThrow("the disk is full");
    await sts.stop();
    expect(sts.seen).toEqual([]);
  });

  test("asks the Region of the device's partition", async () => {
    const mfaDevice = "arn:aws-us-gov:iam::111122223333:mfa/alice";
    const { seen } = await ask({ ...TYPED, mfaDevice }, ...GRANTED);
    expect(seen[0]?.headers.authorization).toContain("/us-gov-west-1/sts/");
  });

  test("ends with the sign-in, however long is asked for; up to 36 hours where the portal does not tie the two", async () => {
    const sts = await startLoopbackSts(...GRANTED);
    const seconds = async (cap: boolean) => {
      portal.use({ sts: sts.url, capCredentialsToSession: cap });
      await issueSessionToken(await signIn(portal, {}, inSeconds(3600)), { ...TYPED, durationSeconds: 129_600 });
      return sts.seen
        .filter(({ form }) => form.get("Action") === "GetSessionToken")
        .at(-1)
        ?.form.get("DurationSeconds");
    };
    const [tied, free] = [await seconds(true), await seconds(false)];
    await sts.stop();
    expect([tied, free]).toEqual(["3600", "129600"]);
  });

  test("is offered with the limit and its reason", async () => {
    portal.use();
    expect(await offerSessionToken(await signIn(portal, {}, inSeconds(7200)))).toMatchObject({
      user: { maxSeconds: 7200, defaultSeconds: 7200, limitedBy: "session" },
      partition: "aws",
      roles: [],
    });
    portal.use({ capCredentialsToSession: false });
    expect(await offerSessionToken(await signIn(portal))).toMatchObject({
      user: { maxSeconds: 129_600, defaultSeconds: 43_200, limitedBy: "path" },
    });
  });
});

describe("a role assumed by one's own IAM user", () => {
  const ROLE = { accountId: "111122223333", roleName: "Operator" };
  const OPERATOR = { groups: ["payments-operators"] };
  const ASSUMED = answerWith(200, success("AssumeRole"));

  async function askForRole(change: Partial<SessionTokenRequest>, answer = ASSUMED) {
    const sts = await startLoopbackSts(answer);
    portal.use({ sts: sts.url });
    const caller = await signIn(portal, OPERATOR);
    const issued = await issueSessionToken(caller, { ...TYPED, role: ROLE, reason: " OPS-17 ", ...change });
    await sts.stop();
    return { issued, seen: sts.seen, audit: await auditOf(portal, caller) };
  }

  test("is one AssumeRole, signed with the typed key, with device, code and all that the role is configured with", async () => {
    const { issued, seen, audit } = await askForRole({ durationSeconds: 14_400 });
    expect(seen).toHaveLength(1);
    expect(seen[0]?.headers.authorization).toContain("Credential=AKIAIOSFODNN7EXAMPLE/");
    expect(Object.fromEntries(seen[0]?.form ?? [])).toEqual({
      Action: "AssumeRole",
      Version: "2011-06-15",
      RoleArn: "arn:aws:iam::111122223333:role/Operator",
      RoleSessionName: "alice@example.com",
      SourceIdentity: "alice@example.com",
      DurationSeconds: "14400",
      SerialNumber: TYPED.mfaDevice,
      TokenCode: CODE,
      "PolicyArns.member.1.arn": "arn:aws:iam::aws:policy/ReadOnlyAccess",
      "Tags.member.1.Key": "Department",
      "Tags.member.1.Value": "Payments",
      "Tags.member.2.Key": "Ticket",
      "Tags.member.2.Value": "OPS-17",
    });
    expect(issued).toMatchObject({
      ok: true,
      value: { roleName: "Operator", durationSeconds: 14_400, sourceIdentity: "alice@example.com", limitedBy: "role" },
    });
    expect(audit[1]?.detail).toMatchObject({ givenReason: "OPS-17", tags: { Ticket: "OPS-17" }, mfa: "code given" });
    expect(toText(audit)).not.toContain(CODE);
  });

  test.each([
    [{ durationSeconds: 14_401 }, "duration_out_of_range"],
    [{ mfaDevice: "arn:aws-cn:iam::111122223333:mfa/alice" }, "mfa_device_partition"],
    [{ partition: "aws-cn" as const, mfaDevice: "GAHT12345678" }, "mfa_device_partition"],
    [{ reason: "" }, "reason_required"],
    [{ reason: "17" }, "reason_mismatch"],
    [{ mfaCode: "12345" }, "mfa_code_invalid"],
  ])("with %j is refused as %s, and nothing is sent to AWS", async (change, code) => {
    const { issued, seen } = await askForRole(change);
    expect(issued).toMatchObject({ ok: false, error: { code } });
    expect(seen).toEqual([]);
  });

  test("is narrowed to what the person chose, on record, and nothing of it is sent for the user itself", async () => {
    const { seen, audit } = await askForRole({ scope: { noIam: true } });
    expect(seen[0]?.form.get("Policy")).toContain('"Effect":"Deny"');
    expect(audit[1]?.detail).toMatchObject({ sessionPolicy: seen[0]?.form.get("Policy") });
    expect(sessionTokenRequest.safeParse({ ...TYPED, scope: { noIam: true } }).success).toBe(false);
    expect(sessionTokenRequest.safeParse({ ...TYPED, role: ROLE, scope: { noIam: true } }).success).toBe(true);
  });

  test("that AWS denies is told apart from a denied session, and a wrong code from both", async () => {
    const denied = await askForRole({}, answerWith(403, failure("AccessDenied")));
    expect(denied.issued).toMatchObject({ ok: false, error: { code: "iam_user_role_denied" } });
    const text = "MultiFactorAuthentication failed with invalid MFA one time pass code.";
    const wrong = await askForRole({}, answerWith(403, failure("AccessDenied").replace("in AWS's words", text)));
    expect(wrong.issued).toMatchObject({ ok: false, error: { code: "sts_mfa_failed" } });
  });

  test("is offered to those who hold it, and to nobody else", async () => {
    portal.use();
    expect(await offerSessionToken(await signIn(portal, OPERATOR))).toMatchObject({
      roles: [{ ...ROLE, maxSeconds: 14_400, defaultSeconds: 7200, reason: { label: "Ticket", pattern: "OPS-*" } }],
    });
    expect(await offerSessionToken(await signIn(portal))).toMatchObject({ roles: [] });
  });
});

test("a portal that does not offer it refuses, and shows no page", async () => {
  const sts = await startLoopbackSts(...GRANTED);
  const { config } = portal.use({ sts: sts.url });
  const { portal: settings } = config;
  const open = await currentPortal();
  globalThis.gatehousePortal = Promise.resolve({
    ...open,
    config: { ...config, portal: { ...settings, iamUserSessions: false } },
  });
  const caller = await signIn(portal);
  expect(await issueSessionToken(caller, TYPED)).toMatchObject({ ok: false, error: { code: "iam_user_sessions_off" } });
  expect(await offerSessionToken(caller)).toBeNull();
  await sts.stop();
  expect(sts.seen).toEqual([]);
});
