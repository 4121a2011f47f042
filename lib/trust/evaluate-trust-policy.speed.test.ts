import { expect, test } from "vitest";
import { evaluateTrustPolicy } from "./evaluate-trust-policy";
import { parseTrustPolicy } from "./parse-trust-policy";
import type { TrustRequest } from "./request";

const provider = "arn:aws:iam::111111111111:oidc-provider/idp.example.com/realms/corp";
const document = {
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "people",
      Effect: "Allow",
      Principal: { Federated: provider },
      Action: ["sts:AssumeRoleWithWebIdentity", "sts:TagSession", "sts:SetSourceIdentity"],
      Condition: {
        StringEquals: { "idp.example.com/realms/corp:aud": "gatehouse" },
        StringLike: { "idp.example.com/realms/corp:sub": ["workforce:*", "contractor:*"] },
        "ForAllValues:StringEquals": { "aws:TagKeys": ["team", "email", "costcenter"] },
        DateLessThan: { "aws:CurrentTime": "2030-01-01T00:00:00Z" },
      },
    },
    {
      Sid: "machines",
      Effect: "Allow",
      Principal: { AWS: ["arn:aws:iam::222222222222:role/Portal", "333333333333"] },
      Action: "sts:AssumeRole",
      Condition: { StringEquals: { "sts:ExternalId": "3f1c9a" }, Bool: { "aws:MultiFactorAuthPresent": "true" } },
    },
    {
      Sid: "office",
      Effect: "Deny",
      Principal: { AWS: "*" },
      Action: "sts:*",
      Condition: { NotIpAddress: { "aws:SourceIp": ["203.0.113.0/24", "2001:db8::/32"] } },
    },
  ],
};
const request: TrustRequest = {
  action: "sts:AssumeRoleWithWebIdentity",
  caller: { kind: "Federated", providerArn: provider },
  sessionTags: [
    { key: "email", value: "ada@example.com" },
    { key: "team", value: "payments" },
  ],
  transitiveTagKeys: ["team"],
  sourceIdentity: "ada@example.com",
  context: {
    "idp.example.com/realms/corp:aud": ["gatehouse"],
    "idp.example.com/realms/corp:sub": ["workforce:8c1f"],
    "aws:CurrentTime": ["2026-11-21T10:00:00Z"],
    "aws:SourceIp": ["203.0.113.9"],
  },
};

/** Milliseconds of one evaluation, each sample being the mean of ten: the clock is too coarse for one. */
function sampleMs(run: () => void): number {
  const startedAt = performance.now();
  for (let index = 0; index < 10; index++) run();
  return (performance.now() - startedAt) / 10;
}

test("evaluating a realistic trust policy of three statements takes under 0.2 ms", () => {
  const policy = parseTrustPolicy(document);
  if (!policy.ok) throw new Error(policy.error.message.code);
  const { value } = policy;
  expect(evaluateTrustPolicy(value, request).allowed).toBe(true);
  for (let index = 0; index < 500; index++) evaluateTrustPolicy(value, request);
  const samples = Array.from({ length: 301 }, () => sampleMs(() => evaluateTrustPolicy(value, request)));
  const medianMs = samples.sort((one, other) => one - other)[150] ?? Number.POSITIVE_INFINITY;
  console.info(`evaluateTrustPolicy: median ${(medianMs * 1000).toFixed(1)} µs of ${samples.length * 10} runs`);
  expect(medianMs).toBeLessThan(0.2);
});
