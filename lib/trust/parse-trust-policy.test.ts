import { expect, it } from "vitest";
import { inEnglish } from "./fixtures/in-words";
import { parseTrustPolicy } from "./parse-trust-policy";

const provider = "arn:aws:iam::111111111111:oidc-provider/idp.example.com/realms/corp";
const statement = { Effect: "Allow", Principal: { Federated: provider }, Action: "sts:AssumeRoleWithWebIdentity" };

it("reads a document as text or parsed, one value or a list", () => {
  const document = {
    Version: "2012-10-17",
    Statement: [
      { ...statement, Sid: "people", Condition: { StringEquals: { "idp:aud": ["a", "b"] }, Bool: { x: true } } },
    ],
  };
  const parsed = parseTrustPolicy(JSON.stringify(document));
  expect(parsed).toEqual(parseTrustPolicy(document));
  expect(parsed).toEqual({
    ok: true,
    value: {
      version: "2012-10-17",
      statements: [
        {
          sid: "people",
          effect: "Allow",
          principals: { Federated: [provider] },
          exceptPrincipals: false,
          actions: ["sts:AssumeRoleWithWebIdentity"],
          exceptActions: false,
          conditions: [
            { operator: "StringEquals", key: "idp:aud", values: ["a", "b"] },
            { operator: "Bool", key: "x", values: ["true"] },
          ],
        },
      ],
    },
  });
});

it("takes the old version when none is named, as IAM does", () => {
  expect(parseTrustPolicy({ Statement: statement })).toMatchObject({ value: { version: "2008-10-17" } });
});

it.each([
  ["{", "trust_policy_not_json", "", "not JSON"],
  [{ Statement: [] }, "trust_policy_invalid", "Statement", "empty"],
  [{ Statement: { ...statement, Resource: "*" } }, "trust_policy_invalid", "Statement[0]", "Resource"],
  [{ Statement: { ...statement, Principal: "*" } }, "trust_policy_invalid", "Statement[0].Principal", "everyone"],
  [
    { Statement: { ...statement, Principal: { Federated: "*" } } },
    "trust_policy_invalid",
    "Statement[0].Principal.Federated[0]",
    "wildcard",
  ],
  [
    { Statement: { ...statement, Principal: { AWS: "arn:aws:iam::111111111111:role/*" } } },
    "trust_policy_invalid",
    "Statement[0].Principal.AWS[0]",
    "wildcard",
  ],
  [{ Statement: { ...statement, Principal: {} } }, "trust_policy_invalid", "Statement[0].Principal", "nobody"],
  [{ Statement: { ...statement, NotPrincipal: { AWS: "*" } } }, "trust_policy_invalid", "Statement[0]", "one of"],
  [{ Statement: { ...statement, Action: "s3:*" } }, "trust_policy_invalid", "Statement[0].Action[0]", "sts"],
  [{ Statement: { ...statement, Effect: "allow" } }, "trust_policy_invalid", "Statement[0].Effect", "Allow"],
  [
    { Statement: { ...statement, Condition: { StringEqual: { a: "b" } } } },
    "trust_policy_invalid",
    "Statement[0].Condition.StringEqual",
    "operator",
  ],
  [
    { Statement: { ...statement, Condition: { StringEquals: { a: { b: 1 } } } } },
    "trust_policy_invalid",
    "Statement[0].Condition.StringEquals.a[0]",
    "text",
  ],
  [null, "trust_policy_invalid", "", ""],
])("refuses %j", (document, code, path, message) => {
  const parsed = parseTrustPolicy(document);
  expect(parsed).toMatchObject({ ok: false, error: { code, path } });
  expect(inEnglish(parsed.ok ? null : parsed.error.message)).toContain(message);
});
