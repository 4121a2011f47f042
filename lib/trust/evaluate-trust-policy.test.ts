import { describe, expect, it } from "vitest";
import { evaluateTrustPolicy } from "./evaluate-trust-policy";
import { parseTrustPolicy } from "./parse-trust-policy";
import type { Caller, TrustRequest } from "./request";

const provider = "arn:aws:iam::111111111111:saml-provider/corp";
const federated: Caller = { kind: "Federated", providerArn: provider };
const request: TrustRequest = {
  action: "sts:AssumeRoleWithSAML",
  caller: federated,
  sessionTags: [],
  transitiveTagKeys: [],
  sourceIdentity: null,
  context: { "saml:aud": ["https://signin.aws.amazon.com/saml"] },
};
const allow = {
  Effect: "Allow",
  Principal: { Federated: provider },
  Action: "sts:AssumeRoleWithSAML",
  Condition: { StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" } },
};

function decide(statements: object | object[], change: Partial<TrustRequest> = {}) {
  const policy = parseTrustPolicy({ Version: "2012-10-17", Statement: statements });
  if (!policy.ok) throw new Error(`${policy.error.path}: ${policy.error.message.code}`);
  return evaluateTrustPolicy(policy.value, { ...request, ...change });
}

describe("a statement that allows", () => {
  it("lets its provider's people in when its conditions hold, whatever the case of the key", () => {
    expect(decide(allow).allowed).toBe(true);
  });

  it("names the condition that failed, with what was expected and what was seen", () => {
    const decision = decide(allow, { context: { "saml:aud": ["https://portal.example/acs"] } });
    expect(decision.allowed).toBe(false);
    expect(decision.statements[0]?.mismatch).toEqual({
      code: "condition_failed",
      conditions: [
        {
          operator: "StringEquals",
          key: "SAML:aud",
          expected: ["https://signin.aws.amazon.com/saml"],
          seen: ["https://portal.example/acs"],
        },
      ],
    });
  });

  it("says so when the key was not there at all", () => {
    expect(decide(allow, { context: {} }).statements[0]?.mismatch).toMatchObject({ conditions: [{ seen: null }] });
  });

  it("does not match another provider", () => {
    const other: Caller = { kind: "Federated", providerArn: `${provider}2` };
    expect(decide(allow, { caller: other }).statements[0]?.mismatch).toMatchObject({
      code: "principal_differs",
      seen: [`${provider}2`],
    });
  });

  it("does not match another action, and matches its own without regard to case and with wildcards", () => {
    expect(decide({ ...allow, Action: "sts:AssumeRoleWithWebIdentity" }).allowed).toBe(false);
    expect(decide({ ...allow, Action: "STS:assumerolewithsaml" }).allowed).toBe(true);
    expect(decide({ ...allow, Action: "sts:AssumeRole*" }).allowed).toBe(true);
    expect(decide({ ...allow, Action: "sts:AssumeRoleWith????" }).allowed).toBe(true);
  });
});

describe("tags and source identity", () => {
  const tags = { sessionTags: [{ key: "team", value: "payments" }] };

  it("need sts:TagSession and sts:SetSourceIdentity besides the call", () => {
    expect(decide(allow, tags)).toMatchObject({
      allowed: false,
      actions: [{ allowed: true }, { action: "sts:TagSession", allowed: false, denial: "implicit" }],
    });
    expect(decide(allow, { sourceIdentity: "ada" }).allowed).toBe(false);
    const wide = { ...allow, Action: ["sts:AssumeRoleWithSAML", "sts:TagSession", "sts:SetSourceIdentity"] };
    expect(decide(wide, { ...tags, sourceIdentity: "ada" }).allowed).toBe(true);
  });

  it("are condition keys", () => {
    const action = ["sts:AssumeRoleWithSAML", "sts:TagSession"];
    const by = (Condition: object) => decide({ ...allow, Action: action, Condition }, tags).allowed;
    expect(by({ StringEquals: { "aws:RequestTag/Team": "payments" } })).toBe(true);
    expect(by({ StringEquals: { "aws:RequestTag/team": "platform" } })).toBe(false);
    expect(by({ "ForAllValues:StringEquals": { "aws:TagKeys": ["team", "env"] } })).toBe(true);
    expect(by({ "ForAllValues:StringEquals": { "aws:TagKeys": ["env"] } })).toBe(false);
    expect(by({ Null: { "sts:SourceIdentity": "true" } })).toBe(true);
  });
});

describe("a statement that denies", () => {
  it("wins over every statement that allows", () => {
    const deny = { Effect: "Deny", Principal: { Federated: provider }, Action: "sts:*" };
    expect(decide([allow, deny])).toMatchObject({ allowed: false, actions: [{ denial: "explicit" }] });
  });

  it("may name whom it spares", () => {
    const deny = { Effect: "Deny", NotPrincipal: { Federated: provider }, Action: "sts:*" };
    expect(decide([allow, deny]).allowed).toBe(true);
    expect(decide([allow, { ...deny, NotPrincipal: { Federated: `${provider}2` } }]).allowed).toBe(false);
  });

  it("may name what it spares", () => {
    const deny = { Effect: "Deny", Principal: { Federated: provider }, NotAction: "sts:AssumeRoleWithSAML" };
    expect(decide([allow, deny]).allowed).toBe(true);
    expect(decide([allow, { ...deny, NotAction: "sts:TagSession" }]).allowed).toBe(false);
  });
});

describe("AWS callers", () => {
  const session = "arn:aws:sts::222222222222:assumed-role/Portal/gatehouse";
  const role = "arn:aws:iam::222222222222:role/Portal";
  const caller: Caller = { kind: "AWS", accountId: "222222222222", arns: [session, role] };
  const assume = (AWS: string | string[]) =>
    decide({ Effect: "Allow", Principal: { AWS }, Action: "sts:AssumeRole" }, { action: "sts:AssumeRole", caller });

  it.each([role, session, "222222222222", "arn:aws:iam::222222222222:root", "*"])("are meant by %s", (name) => {
    expect(assume(name).allowed).toBe(true);
  });

  it.each(["111111111111", "arn:aws:iam::222222222222:role/Other", "arn:aws:iam::111111111111:root"])(
    "are not meant by %s",
    (name) => expect(assume(name).allowed).toBe(false),
  );

  it("are told from federated ones: AWS * does not let a federated caller in", () => {
    expect(decide({ ...allow, Principal: { AWS: "*" } }).allowed).toBe(false);
  });

  it("and services by their name", () => {
    const statement = { Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" };
    const service: Caller = { kind: "Service", service: "ec2.amazonaws.com" };
    expect(decide(statement, { action: "sts:AssumeRole", caller: service }).allowed).toBe(true);
    expect(decide(statement, { action: "sts:AssumeRole", caller }).allowed).toBe(false);
  });
});
