import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { evaluateTrustPolicy } from "./evaluate-trust-policy";
import { parseTrustPolicy } from "./parse-trust-policy";
import type { TrustRequest } from "./request";

const policies = Array.from(readFileSync("README.md", "utf8").matchAll(/```json\n(.*?)```/gs), ([, text = ""]) => text);

const ISSUER = "aws.example.com/oidc";
const common = {
  sessionTags: [{ key: "team", value: "payments" }],
  transitiveTagKeys: [],
  sourceIdentity: "a@example.com",
};

/** What the portal sends for each of the policies, in their order. */
const REQUESTS: readonly TrustRequest[] = [
  {
    ...common,
    action: "sts:AssumeRoleWithWebIdentity",
    caller: { kind: "Federated", providerArn: `arn:aws:iam::111111111111:oidc-provider/${ISSUER}` },
    context: { [`${ISSUER}:aud`]: ["sts.amazonaws.com"], [`${ISSUER}:sub`]: ["corp:8c1f4b70"] },
  },
  {
    ...common,
    action: "sts:AssumeRoleWithSAML",
    caller: { kind: "Federated", providerArn: "arn:aws:iam::111111111111:saml-provider/gatehouse" },
    context: { "saml:aud": ["https://signin.aws.amazon.com/saml"] },
  },
  {
    ...common,
    sessionTags: [],
    sourceIdentity: null,
    action: "sts:AssumeRoleWithSAML",
    caller: { kind: "Federated", providerArn: "arn:aws:iam::111111111111:saml-provider/corp" },
    context: { "saml:aud": ["https://aws.example.com/api/saml/corp/acs"] },
  },
];

describe("the trust policies that the README shows", () => {
  test("are as many as the requests they are for", () => {
    expect(policies).toHaveLength(REQUESTS.length);
  });

  test.each(REQUESTS.map((request, at) => [policies[at] ?? "", request] as const))(
    "let the portal's request through %#",
    (text, request) => {
      const policy = parseTrustPolicy(text);
      if (!policy.ok) throw new Error(`${policy.error.path}: ${policy.error.message}`);
      expect(evaluateTrustPolicy(policy.value, request).allowed).toBe(true);
    },
  );

  test.each(REQUESTS.map((request, at) => [policies[at] ?? "", request] as const))(
    "let nobody else's through %#",
    (text, request) => {
      const policy = parseTrustPolicy(text);
      const context = Object.fromEntries(Object.keys(request.context).map((key) => [key, ["https://evil.example"]]));
      if (!policy.ok) throw new Error(policy.error.message);
      expect(evaluateTrustPolicy(policy.value, { ...request, context }).allowed).toBe(false);
    },
  );
});
