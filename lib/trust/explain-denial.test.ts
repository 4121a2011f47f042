import { describe, expect, test } from "vitest";
import { evaluateTrustPolicy } from "./evaluate-trust-policy";
import { explainDenial } from "./explain-denial";
import type { Explanation, PolicyDocument } from "./explanation";
import { BROKEN_POLICIES, type BrokenFor } from "./fixtures/broken-policies";
import { parseTrustPolicy } from "./parse-trust-policy";
import type { TrustRequest } from "./request";

const limits = { durationSeconds: 3600, maxSessionDurationSeconds: 3600 };
const provider = "arn:aws:iam::111111111111:oidc-provider/idp.example.com";
const request: TrustRequest = {
  action: "sts:AssumeRoleWithWebIdentity",
  caller: { kind: "Federated", providerArn: provider },
  sessionTags: [
    { key: "email", value: "ada@example.com" },
    { key: "team", value: "payments" },
  ],
  transitiveTagKeys: [],
  sourceIdentity: "ada@example.com",
  context: {
    "idp.example.com:aud": ["portal"],
    "idp.example.com:sub": ["Workforce|Ada"],
    "aws:CurrentTime": ["2026-11-21T10:00:00Z"],
  },
};
const values: BrokenFor = {
  action: "sts:AssumeRoleWithWebIdentity",
  principal: { Federated: provider },
  audienceKey: "idp.example.com:aud",
  audience: "portal",
  subjectKey: "idp.example.com:sub",
  subject: "Workforce|Ada",
  sendsTags: true,
  sendsSourceIdentity: true,
};

function explain(document: unknown, change: Partial<TrustRequest> = {}): Explanation {
  const explained = explainDenial(document, { ...request, ...change }, limits);
  if (!explained.ok) throw new Error(`${explained.error.path}: ${explained.error.message}`);
  return explained.value;
}

function isAllowed(policy: PolicyDocument, change: Partial<TrustRequest> = {}): boolean {
  const parsed = parseTrustPolicy(policy);
  if (!parsed.ok) throw new Error(`${parsed.error.path}: ${parsed.error.message}`);
  return evaluateTrustPolicy(parsed.value, { ...request, ...change }).allowed;
}

describe.each(BROKEN_POLICIES)("a policy whose mistake is: $name", ({ build, expected }) => {
  const explanation = explain(build(values));
  const [first] = explanation.findings;

  test("is refused, and the first finding names the mistake", () => {
    expect(explanation.allowed).toBe(false);
    expect([first?.insight?.code, first?.problem.code]).toContain(expected);
    expect(first?.sentence).toMatchSnapshot();
  });

  test("has a fix that lets the request in, as an object and as JSON", () => {
    expect(isAllowed(explanation.fix?.policy ?? {})).toBe(true);
    expect(JSON.parse(explanation.fix?.json ?? "")).toEqual(explanation.fix?.policy);
    expect(explanation.fix).toMatchSnapshot();
  });
});
