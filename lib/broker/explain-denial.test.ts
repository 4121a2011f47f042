import { decodeJwt } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { roleAnswer } from "#lib/iam/fixtures/role-answer";
import type { Caller } from "#lib/identity";
import { answerWith, failure, startLoopbackSts, success } from "#lib/sts/fixtures/loopback-sts";
import { inEnglish } from "#lib/trust/fixtures/in-words";
import { explainDenialForAdmin, explainOwnDenial } from "./explain-denial";
import { ACCOUNT, auditOf, openTestPortal, type PortalChange, signIn, type TestPortal } from "./fixtures/test-portal";
import { issueCredentials } from "./issue-credentials";
import { listDenials } from "./list-denials";
import { savePastedTrustPolicy } from "./paste-trust-policy";

const ROLE_ARN = `arn:aws:iam::${ACCOUNT}:role/Developer`;
const developer = { accountId: ACCOUNT, roleName: "Developer" };
const READER = { role: "TrustReader", via: "portal-oidc" } as const;
const PROVIDER = `arn:aws:iam::${ACCOUNT}:oidc-provider/aws.example.com/oidc`;

const trusting = (Action: readonly string[], more: object = {}) => ({
  Version: "2012-10-17",
  Statement: [{ Sid: "people", Effect: "Allow", Principal: { Federated: PROVIDER }, Action, ...more }],
});
const ALL = ["sts:AssumeRoleWithWebIdentity", "sts:TagSession", "sts:SetSourceIdentity"];
const WITHOUT_TAGS = trusting(ALL.filter((name) => name !== "sts:TagSession"));

const DENIED = answerWith(403, failure("AccessDenied"));
const LET_IN = answerWith(200, success("AssumeRoleWithWebIdentity"));

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal();
});
afterAll(() => portal.stop());

type Answer = ReturnType<typeof answerWith>;

/** Alice is refused by an AWS that gives these answers; STS and IAM are one server. */
async function refuse(answers: readonly Answer[], change: PortalChange = {}, caller?: Caller) {
  const aws = await startLoopbackSts(...answers);
  portal.use({ sts: aws.url, iam: aws.url, admins: ["platform-admins"], ...change });
  const alice = caller ?? (await signIn(portal));
  const issued = await issueCredentials(alice, developer);
  await aws.stop();
  if (issued.ok) throw new Error("AWS let them in");
  return { alice, refusal: issued.error, seen: aws.seen };
}

const admin = () => signIn(portal, { subject: "root", email: "root@example.com", groups: ["platform-admins"] });
const forget = () => portal.storage.db.trustPolicy.deleteMany();

describe("a refusal by AWS", () => {
  test("is recorded with what AWS saw of the request, and no token", async () => {
    const { alice } = await refuse([DENIED]);
    const rows = await auditOf(portal, alice);
    const detail: Record<string, unknown> = Object(rows.at(-1)?.detail);
    expect(JSON.parse(String(detail.trustRequest))).toEqual({
      action: "sts:AssumeRoleWithWebIdentity",
      caller: { kind: "Federated", providerArn: PROVIDER },
      sessionTags: [{ key: "Department", value: "Payments" }],
      transitiveTagKeys: [],
      sourceIdentity: "alice@example.com",
      context: {
        "aws:CurrentTime": ["2026-11-21T12:00:00.000Z"],
        "aws:EpochTime": ["1795262400"],
        "aws:RequestedRegion": ["eu-west-1"],
        "aws:SecureTransport": ["true"],
        "aws:ViaAWSService": ["false"],
        "sts:RoleSessionName": ["alice@example.com"],
        "aws.example.com/oidc:aud": ["sts.amazonaws.com"],
        "aws.example.com/oidc:sub": ["corp:alice"],
      },
    });
    expect(JSON.stringify(detail)).not.toMatch(/eyJ/);
  });

  test("gives the person a link, and no reason as long as nobody knows the trust policy", async () => {
    await forget();
    const { alice, refusal } = await refuse([DENIED]);
    const adminUrl = `https://aws.example.com/admin/denials/${alice.requestId}`;
    expect(refusal).toMatchObject({ explanation: null, adminUrl, administrator: false });
  });

  test("of another kind than a denial is not explained", async () => {
    const { refusal } = await refuse([answerWith(400, failure("ExpiredTokenException"))]);
    expect(refusal).not.toHaveProperty("adminUrl");
  });
});

describe("where the portal may read trust policies", () => {
  test("the person is told why at once, and the policy stays out of what they are told", async () => {
    await forget();
    const { refusal } = await refuse([DENIED, LET_IN, answerWith(200, roleAnswer(WITHOUT_TAGS))], {
      trustReader: READER,
    });
    expect(refusal.explanation?.map(inEnglish).join(" ")).toContain("does not allow sts:TagSession");
    expect(JSON.stringify(refusal)).not.toMatch(/people|oidc-provider/);
  });

  test("it reads as itself, for one role and iam:GetRole only, and the audit says so", async () => {
    const answers = [DENIED, LET_IN, answerWith(200, roleAnswer(WITHOUT_TAGS))];
    const { alice, seen } = await refuse(answers, { trustReader: READER });
    const [, signIn, getRole] = seen.map(({ form }) => form);
    const token = decodeJwt(signIn?.get("WebIdentityToken") ?? "");
    expect(signIn?.get("RoleArn")).toBe(`arn:aws:iam::${ACCOUNT}:role/TrustReader`);
    expect(token).toMatchObject({ sub: "gatehouse:trust-reader", aud: "sts.amazonaws.com" });
    expect(token).not.toHaveProperty("https://aws.amazon.com/tags");
    expect(JSON.parse(signIn?.get("Policy") ?? "{}").Statement).toEqual({
      Effect: "Allow",
      Action: "iam:GetRole",
      Resource: ROLE_ARN,
    });
    expect([getRole?.get("Action"), getRole?.get("RoleName")]).toEqual(["GetRole", "Developer"]);
    const kinds = (await auditOf(portal, alice)).map(({ kind, outcome }) => `${kind} ${outcome}`);
    expect(kinds).toEqual(["credentials.requested requested", "credentials.refused refused", "trust_policy.read info"]);
  });

  test("a reader that AWS refuses changes nothing about the refusal", async () => {
    await forget();
    const { alice, refusal } = await refuse([DENIED, DENIED], { trustReader: READER });
    expect(refusal).toMatchObject({ code: "sts_access_denied", explanation: null });
    const read = (await auditOf(portal, alice)).at(-1);
    expect(read).toMatchObject({ outcome: "failed", detail: { reason: "trust_reader_denied" } });
  });

  test("an IAM that does not answer is not waited for longer than three seconds", async () => {
    await forget();
    const silence: Answer = () => undefined;
    const begun = Date.now();
    const { refusal } = await refuse([DENIED, LET_IN, silence], { trustReader: READER });
    expect(Date.now() - begun).toBeLessThan(4_000);
    expect(refusal).toMatchObject({ code: "sts_access_denied", explanation: null });
  });

  test("what IAM answered last serves when it does not answer", async () => {
    await refuse([DENIED, LET_IN, answerWith(200, roleAnswer(WITHOUT_TAGS))], { trustReader: READER });
    const { alice, refusal } = await refuse([DENIED, DENIED], { trustReader: READER });
    expect(refusal.explanation?.map(inEnglish).join(" ")).toContain("does not allow sts:TagSession");
    const report = await explainDenialForAdmin(await admin(), alice.requestId);
    expect(report).toMatchObject({ ok: true, value: { trust: { isFresh: false, stored: { source: "read" } } } });
  });

  test("a session over the role's maximum is explained by the maximum", async () => {
    const aws = answerWith(400, failure("ValidationError"));
    const answers = [aws, LET_IN, answerWith(200, roleAnswer(trusting(ALL), 1800))];
    const { refusal } = await refuse(answers, { trustReader: READER });
    expect(refusal.explanation?.map(inEnglish).join(" ")).toContain("longer session than the role's maximum");
  });
});

describe("the whole explanation", () => {
  test("is for administrators, of anybody's request", async () => {
    const { alice } = await refuse([DENIED]);
    expect(await explainDenialForAdmin(alice, alice.requestId)).toMatchObject({
      error: { code: "not_an_administrator" },
    });
    const root = await admin();
    const pasted = await savePastedTrustPolicy(root, {
      requestId: alice.requestId,
      document: JSON.stringify(WITHOUT_TAGS),
    });
    expect(pasted).toEqual({ ok: true, value: { roleArn: ROLE_ARN } });
    const report = await explainDenialForAdmin(root, alice.requestId);
    if (!report.ok) throw new Error(report.error.code);
    const { explanation, trust } = report.value;
    expect(explanation?.findings[0]).toMatchObject({ closest: true, insight: { code: "tag_session_missing" } });
    expect(JSON.parse(explanation?.fix?.json ?? "{}").Statement[0].Action).toContain("sts:TagSession");
    expect(explanation?.fix?.terraform).toContain('"Developer"');
    expect(trust.stored).toMatchObject({ source: "pasted", by: { subject: "root" } });
  });

  test("of a request that nobody made is none", async () => {
    const root = await admin();
    for (const requestId of ["nothing", "", "../x", "a".repeat(100)]) {
      expect(await explainDenialForAdmin(root, requestId)).toMatchObject({ error: { code: "denial_unknown" } });
    }
  });

  test("stands in the list with its reason, once the policy is known", async () => {
    await forget();
    const { alice } = await refuse([DENIED]);
    const root = await admin();
    const find = async () => {
      const listed = await listDenials(root);
      return listed.ok ? listed.value.find(({ event }) => event.requestId === alice.requestId) : undefined;
    };
    expect(await find()).toMatchObject({ roleArn: ROLE_ARN, explanation: null });
    await savePastedTrustPolicy(root, { roleArn: ROLE_ARN, document: JSON.stringify(trusting(ALL)) });
    expect(await find()).toMatchObject({ explanation: { allowed: true } });
    expect(await listDenials(alice)).toMatchObject({ error: { code: "not_an_administrator" } });
  });
});

describe("the short form", () => {
  test("is for whoever was refused, and for nobody else", async () => {
    const { alice } = await refuse([DENIED]);
    const mallory = await signIn(portal, { subject: "mallory" });
    expect(await explainOwnDenial(mallory, alice.requestId)).toBeNull();
    expect(await explainOwnDenial(alice, alice.requestId)).toMatchObject({ administrator: false });
  });
});
