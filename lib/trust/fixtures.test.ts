import { describe, expect, test } from "vitest";
import { evaluateTrustPolicy } from "./evaluate-trust-policy";
import { explainDenial } from "./explain-denial";
import { BROKEN_POLICIES, type BrokenFor } from "./fixtures/broken-policies";
import { parseTrustPolicy } from "./parse-trust-policy";
import type { TrustRequest } from "./request";

const common = {
  sessionTags: [
    { key: "email", value: "ada@example.com" },
    { key: "team", value: "payments" },
  ],
  transitiveTagKeys: ["team"],
  sourceIdentity: "ada@example.com",
};
const time = { "aws:CurrentTime": ["2026-11-21T10:00:00Z"] };
const samlProvider = "arn:aws-us-gov:iam::111111111111:saml-provider/corp";
const portal = "arn:aws:iam::222222222222:user/portal";

const PATHS: readonly (readonly [string, TrustRequest, BrokenFor])[] = [
  [
    "SAML",
    {
      ...common,
      action: "sts:AssumeRoleWithSAML",
      caller: { kind: "Federated", providerArn: samlProvider },
      context: { ...time, "saml:aud": ["https://signin.amazonaws-us-gov.com/saml"], "saml:sub": ["Ada"] },
    },
    {
      action: "sts:AssumeRoleWithSAML",
      principal: { Federated: samlProvider },
      audienceKey: "SAML:aud",
      audience: "https://signin.amazonaws-us-gov.com/saml",
      subjectKey: "SAML:sub",
      subject: "Ada",
      tagKeys: ["email", "team"],
      sendsSourceIdentity: true,
    },
  ],
  [
    "AssumeRole",
    {
      ...common,
      action: "sts:AssumeRole",
      caller: { kind: "AWS", accountId: "222222222222", arns: [portal] },
      context: { ...time, "sts:RoleSessionName": ["ada"], "aws:MultiFactorAuthPresent": ["false"] },
    },
    {
      action: "sts:AssumeRole",
      principal: { AWS: portal },
      audienceKey: null,
      audience: "",
      subjectKey: "sts:RoleSessionName",
      subject: "ada",
      tagKeys: ["email", "team"],
      sendsSourceIdentity: true,
    },
  ],
];

/** An AWS caller has no provider and no audience: there the principal, or the key that is not there, differs. */
const OF_AWS_CALLERS: Readonly<Record<string, string>> = {
  provider_name_differs: "principal_differs",
  wrong_audience: "condition_failed",
};

describe.each(PATHS)("the ten broken policies, built for %s", (_path, request, values) => {
  test.each(BROKEN_POLICIES)(
    "$name: is refused, is explained, and its fix lets the request in",
    ({ build, expected }) => {
      const limits = { durationSeconds: 3600, maxSessionDurationSeconds: 3600 };
      const explained = explainDenial(JSON.stringify(build(values)), request, limits);
      if (!explained.ok) throw new Error(`${explained.error.path}: ${explained.error.message.code}`);
      const { allowed, findings, fix } = explained.value;
      expect(allowed).toBe(false);
      const codes = findings.flatMap((finding) => [finding.insight?.code, finding.problem.code]);
      expect(codes).toContain((request.caller.kind === "AWS" && OF_AWS_CALLERS[expected]) || expected);
      const policy = parseTrustPolicy(fix?.json);
      expect(policy.ok && evaluateTrustPolicy(policy.value, request).allowed).toBe(true);
    },
  );
});
