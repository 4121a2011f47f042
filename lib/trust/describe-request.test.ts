import { expect, it } from "vitest";
import { describeRequest } from "./describe-request";
import { inEnglish } from "./fixtures/in-words";
import type { TrustRequest } from "./request";

const describeInEnglish = (asked: TrustRequest) =>
  describeRequest(asked).map(({ label, ...row }) => ({
    ...row,
    label: typeof label === "string" ? label : inEnglish(label),
  }));

const request: TrustRequest = {
  action: "sts:AssumeRoleWithWebIdentity",
  caller: { kind: "Federated", providerArn: "arn:aws:iam::111111111111:oidc-provider/idp.example.com" },
  sessionTags: [{ key: "Team", value: "payments" }],
  transitiveTagKeys: ["Team"],
  sourceIdentity: "ada",
  context: {
    "idp.example.com:aud": ["portal"],
    "idp.example.com:sub": ["Workforce|Ada"],
    "sts:RoleSessionName": ["ada"],
    "saml:edupersonaffiliation": ["staff", "faculty"],
  },
};

it("says who asked for what, and every key that went along, as the request spells it", () => {
  expect(describeInEnglish(request)).toEqual([
    { label: "Principal", key: null, values: ["arn:aws:iam::111111111111:oidc-provider/idp.example.com"] },
    { label: "Action", key: null, values: ["sts:AssumeRoleWithWebIdentity"] },
    { label: "Caller's account", key: "aws:PrincipalAccount", values: ["111111111111"] },
    { label: "aud", key: "idp.example.com:aud", values: ["portal"] },
    { label: "sub", key: "idp.example.com:sub", values: ["Workforce|Ada"] },
    { label: "Session name", key: "sts:RoleSessionName", values: ["ada"] },
    { label: "saml:edupersonaffiliation", key: "saml:edupersonaffiliation", values: ["staff", "faculty"] },
    { label: "Tag Team", key: "aws:RequestTag/Team", values: ["payments"] },
    { label: "Transitive tags", key: "sts:TransitiveTagKeys", values: ["Team"] },
    { label: "Source identity", key: "sts:SourceIdentity", values: ["ada"] },
  ]);
});

it("names MFA and external ID of an AWS caller, and all its names", () => {
  const rows = describeInEnglish({
    ...request,
    action: "sts:AssumeRole",
    caller: {
      kind: "AWS",
      accountId: "222222222222",
      arns: ["arn:aws:sts::222222222222:assumed-role/Portal/x", "arn:aws:iam::222222222222:role/Portal"],
    },
    context: { "sts:ExternalId": ["3f1c9a"], "aws:MultiFactorAuthPresent": ["true"] },
  });
  expect(rows).toContainEqual({ label: "External ID", key: "sts:ExternalId", values: ["3f1c9a"] });
  expect(rows).toContainEqual({ label: "MFA", key: "aws:MultiFactorAuthPresent", values: ["true"] });
  expect(rows[0]?.values).toHaveLength(2);
});
