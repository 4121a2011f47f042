import { describe, expect, test } from "vitest";
import { explainDenial } from "./explain-denial";
import { BROKEN_POLICIES, type BrokenFor } from "./fixtures/broken-policies";
import { inEnglish } from "./fixtures/in-words";
import type { TrustRequest } from "./request";
import { summariseDenial } from "./short-form";

const PROVIDER = "arn:aws:iam::111122223333:oidc-provider/idp.example.com";
const request: TrustRequest = {
  action: "sts:AssumeRoleWithWebIdentity",
  caller: { kind: "Federated", providerArn: PROVIDER },
  sessionTags: [
    { key: "email", value: "ada@example.com" },
    { key: "team", value: "payments" },
  ],
  transitiveTagKeys: [],
  sourceIdentity: "ada@example.com",
  context: {
    "idp.example.com:aud": ["portal"],
    "idp.example.com:sub": ["corp:ada"],
    "aws:CurrentTime": ["2026-11-21T10:00:00Z"],
  },
};
const values: BrokenFor = {
  action: "sts:AssumeRoleWithWebIdentity",
  principal: { Federated: PROVIDER },
  audienceKey: "idp.example.com:aud",
  audience: "portal",
  subjectKey: "idp.example.com:sub",
  subject: "corp:ada",
  tagKeys: ["email", "team"],
  sendsSourceIdentity: true,
};

const summarise = (document: unknown, durationSeconds = 3600) => {
  const explained = explainDenial(document, request, { durationSeconds, maxSessionDurationSeconds: 3600 });
  if (!explained.ok) throw new Error(explained.error.message.code);
  return summariseDenial(explained.value).map(inEnglish).join(" ");
};

const allow = (more: object) => ({
  Version: "2012-10-17",
  Statement: {
    Effect: "Allow",
    Principal: { Federated: PROVIDER },
    Action: ["sts:AssumeRoleWithWebIdentity", "sts:TagSession", "sts:SetSourceIdentity"],
    ...more,
  },
});

describe("what a person reads who was refused", () => {
  test.each([
    ["wrong audience", "expects another audience"],
    ["sts:TagSession is missing", "does not allow sts:TagSession"],
    ["sts:SetSourceIdentity is missing", "does not allow sts:SetSourceIdentity"],
    ["wrong provider", "trusts another identity"],
    ["subject in other letter case", "other upper and lower case"],
    ["StringEquals against a list", "several values of the request"],
    ["date has passed", "a date that has passed"],
    ["external ID is missing", "asks for an external ID"],
    ["MFA is missing", "asks for MFA"],
    ["explicit deny", "explicitly denies"],
  ])("names the mistake: %s", (name, words) => {
    const broken = BROKEN_POLICIES.find((one) => one.name === name);
    expect(summarise(broken?.build(values))).toContain(words);
  });

  test("a session that is too long is said as such, and what a policy allows is not blamed on it", () => {
    expect(summarise(allow({}), 7200)).toContain("longer session than the role's maximum");
    expect(summarise(allow({}))).toContain("something else refused it");
  });

  test("holds nothing of the policy: neither names, nor values, nor conditions", () => {
    const secret = "arn:aws:iam::999988887777:oidc-provider/hidden.example.com";
    const documents = [
      allow({ Sid: "hidden", Principal: { Federated: secret } }),
      allow({ Sid: "hidden", Condition: { StringEquals: { "aws:PrincipalTag/hidden": "hidden" } } }),
      allow({ Sid: "hidden", Condition: { StringEquals: { "idp.example.com:aud": "hidden" } } }),
      allow({ Sid: "hidden", Condition: { DateLessThan: { "aws:CurrentTime": "2020-01-01T00:00:00Z" } } }),
      { ...allow({}), Statement: [{ ...allow({}).Statement, Sid: "hidden", Effect: "Deny" }] },
    ];
    for (const document of documents) expect(summarise(document)).not.toMatch(/hidden|999988887777|2020/);
  });

  test("takes at most two sentences, however much is wrong", () => {
    const conditions = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`aws:PrincipalTag/${at}`, "x"]));
    const summary = summarise(allow({ Action: "sts:AssumeRole", Condition: { StringEquals: conditions } }));
    expect(summary.length).toBeLessThan(300);
  });
});
