import { describe, expect, test } from "vitest";
import { compileScope } from "./compile-scope";
import { inEnglish } from "./fixtures/english";
import { evaluatePolicy } from "./fixtures/evaluate-policy";
import { AT, compile, ROLE } from "./fixtures/moments";
import { COMMONLY_READ } from "./read-actions";
import type { Scope } from "./scope";

const ALL: Scope = {
  readOnly: true,
  region: "ap-southeast-1",
  noIam: true,
  until: "2026-11-21T12:00:00Z",
  myAddress: true,
};
const OWN_POLICY = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}';
const ARNS = ["arn:aws:iam::aws:policy/ReadOnlyAccess"];

const allow = '{"Effect":"Allow","Action":"*","Resource":"*"}';
const document = (...statements: readonly string[]) => `{"Version":"2012-10-17","Statement":[${statements.join(",")}]}`;

const request = (action: string, context: Record<string, string> = {}) => ({
  action,
  resource: "arn:aws:s3:::payments/x",
  context: {
    "aws:requestedregion": "eu-west-1",
    "aws:currenttime": "2026-11-21T10:30:00Z",
    "aws:sourceip": "203.0.113.7",
    "aws:viaawsservice": "false",
    ...context,
  },
});
const says = (scope: Scope, action: string, context: Record<string, string> = {}) =>
  evaluatePolicy(compile(scope).policy ?? "", request(action, context));

const refusal = (own: Scope, over: Partial<typeof ROLE> = {}, at = AT) => {
  const compiled = compileScope(own, {}, { ...ROLE, ...over }, at);
  return compiled.ok ? null : [compiled.error.code, compiled.error.field];
};

describe("the policy of each preset", () => {
  test.each([
    [
      "one Region",
      { region: "eu-west-1" },
      '{"Effect":"Deny","NotAction":["budgets:*","ce:*","cloudfront:*","globalaccelerator:*","health:*","iam:*","organizations:*","route53:*","shield:*","support:*","waf:*","ec2:DescribeRegions","s3:GetBucketLocation","s3:ListAllMyBuckets"],"Resource":"*","Condition":{"StringNotEquals":{"aws:RequestedRegion":"eu-west-1"}}}',
    ],
    [
      "chosen services, sorted and once each",
      { services: ["s3", "ec2", "s3"] },
      '{"Effect":"Deny","NotAction":["ec2:*","s3:*","sts:GetCallerIdentity"],"Resource":"*"}',
    ],
    [
      "no IAM",
      { noIam: true },
      '{"Effect":"Deny","Action":["iam:*","organizations:*","account:*","sso:*","sso-directory:*","identitystore:*","rolesanywhere:*"],"Resource":"*"}',
    ],
    [
      "until a time, to the second",
      { until: "2026-11-21T12:00:00.500Z" },
      '{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"DateGreaterThan":{"aws:CurrentTime":"2026-11-21T12:00:00Z"}}}',
    ],
    [
      "one address",
      { myAddress: true },
      '{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"NotIpAddress":{"aws:SourceIp":"203.0.113.7/32"},"Bool":{"aws:ViaAWSService":"false"}}}',
    ],
    [
      "read only of chosen services",
      { readOnly: true, services: ["s3", "kms"] },
      '{"Effect":"Deny","NotAction":["kms:Describe*","kms:List*","s3:GetBucket*","s3:GetEncryption*","s3:GetObject*","s3:List*","sts:GetCallerIdentity"],"Resource":"*"}',
    ],
  ] as const)("%s", (_name, scope, statement) => {
    expect(compile(scope).policy).toBe(document(allow, statement));
  });

  test("read only names the commonest services, none by a wildcard", () => {
    const { policy } = compile({ readOnly: true });
    for (const service of COMMONLY_READ) expect(policy).toContain(`"${service}:`);
    expect(policy).not.toMatch(/"[^":]*\*[^":]*:/);
  });
});

describe("what a preset lets through", () => {
  test.each([
    [{ readOnly: true }, "s3:GetObject", {}, "allowed"],
    [{ readOnly: true }, "s3:PutObject", {}, "denied"],
    [{ readOnly: true }, "ec2:DescribeInstances", {}, "allowed"],
    [{ readOnly: true }, "sts:AssumeRole", {}, "denied"],
    [{ region: "eu-west-1" }, "ec2:RunInstances", { "aws:requestedregion": "us-east-1" }, "denied"],
    [{ region: "eu-west-1" }, "ec2:RunInstances", {}, "allowed"],
    [{ region: "eu-west-1" }, "route53:ListHostedZones", { "aws:requestedregion": "us-east-1" }, "allowed"],
    [{ services: ["s3"] }, "ec2:RunInstances", {}, "denied"],
    [{ services: ["s3"] }, "sts:GetCallerIdentity", {}, "allowed"],
    [{ services: ["s3"] }, "s3-outposts:GetObject", {}, "denied"],
    [{ noIam: true }, "iam:PassRole", {}, "denied"],
    [{ noIam: true }, "iam:GetUser", {}, "denied"],
    [{ until: "2026-11-21T12:00:00Z" }, "s3:GetObject", { "aws:currenttime": "2026-11-21T12:00:00Z" }, "allowed"],
    [{ until: "2026-11-21T12:00:00Z" }, "s3:GetObject", { "aws:currenttime": "2026-11-21T12:00:01Z" }, "denied"],
    [{ myAddress: true }, "s3:GetObject", { "aws:sourceip": "203.0.113.8" }, "denied"],
    [{ myAddress: true }, "s3:GetObject", { "aws:sourceip": "203.0.113.8", "aws:viaawsservice": "true" }, "allowed"],
  ] as const)("with %j, %s under %j is %s", (scope, action, context, answer) => {
    expect(says(scope, action, context)).toBe(answer);
  });

  test.each([
    "secretsmanager:GetSecretValue",
    "secretsmanager:BatchGetSecretValue",
    "kms:Decrypt",
    "s3:GetDataAccess",
    "ssm:GetAccessToken",
    "redshift:GetClusterCredentials",
    "sts:GetFederationToken",
    "sts:GetSessionToken",
    "ec2:GetPasswordData",
    "cognito-identity:GetCredentialsForIdentity",
  ])("read only does not reveal or hand out secrets: %s", (action) => {
    expect(says({ readOnly: true }, action)).toBe("denied");
    const service = action.slice(0, action.indexOf(":"));
    expect(says({ readOnly: true, services: [service] }, action)).toBe("denied");
  });
});

describe("composition", () => {
  test("nothing chosen is no session policy at all", () => {
    expect(compile({})).toEqual({ policy: null, characters: 0, presets: [], warnings: [] });
    expect(compile({ services: [], custom: " " }).policy).toBeNull();
  });

  test("every preset at once fits, in the longest Region names", () => {
    for (const region of ["ap-southeast-1", "ap-northeast-1"]) {
      const { policy, characters } = compile({ ...ALL, region });
      expect(characters).toBe(policy?.length);
    }
    const at = { ...AT, address: "2001:db8:abcd:1234:5678:9abc:def0:1234" };
    expect(compile(ALL, {}, ROLE, at).policy).toContain('"2001:db8:abcd:1234::/64"');
  });

  test("the configured policy stays the only Allow", () => {
    const { policy } = compile({ noIam: true }, {}, { ...ROLE, policy: OWN_POLICY });
    expect(policy).toContain('"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"},{"Effect":"Deny"');
    expect(evaluatePolicy(policy ?? "", request("ec2:RunInstances"))).toBe("not allowed");
  });

  test("a configured policy is given with every session, chosen presets or not", () => {
    expect(compile({}, {}, { ...ROLE, policy: OWN_POLICY }).policy).toContain('"Action":"s3:*"');
  });

  test("managed session policies are only narrowed: an Allow beside them would add to them", () => {
    const { policy } = compile({ ...ALL }, {}, { ...ROLE, policyArns: ARNS });
    expect(policy).not.toContain("Allow");
    expect(compile({}, {}, { ...ROLE, policyArns: ARNS }).policy).toBeNull();
  });

  test("custom JSON takes the place of everything, keeps its Version, and is narrowed by the presets", () => {
    const custom = '{"Version": "2008-10-17",\n "Statement": {"Effect":"Allow","Action":"s3:*","Resource":"*"}}';
    const { policy, presets } = compile({ custom, region: "eu-west-1" });
    expect(policy).toMatch(/^\{"Version":"2008-10-17","Statement":\[\{"Effect":"Allow","Action":"s3:\*"/);
    expect(evaluatePolicy(policy ?? "", request("s3:PutObject", { "aws:requestedregion": "us-east-1" }))).toBe(
      "denied",
    );
    expect(presets).toEqual(["Only eu-west-1", "Custom policy"]);
  });

  test("what the administrator forces applies beside what the person chooses", () => {
    const forced = { readOnly: true, services: ["s3", "ec2"], noIam: true, myAddress: true } as const;
    const { policy, presets } = compile({ readOnly: false, services: ["s3", "rds"], noIam: false }, forced);
    expect(presets).toEqual(["Read only", "Only s3", "No IAM or Organizations", "Only from 203.0.113.7"]);
    for (const action of ["rds:DescribeDBInstances", "ec2:DescribeInstances", "s3:PutObject", "iam:GetUser"]) {
      expect(evaluatePolicy(policy ?? "", request(action))).toBe("denied");
    }
    expect(evaluatePolicy(policy ?? "", request("s3:GetObject"))).toBe("allowed");
  });

  test("another Region than the forced one leaves nothing Regional, and says so", () => {
    const { policy, warnings } = compile({ region: "eu-west-1" }, { region: "eu-central-1" });
    for (const region of ["eu-west-1", "eu-central-1"]) {
      const asked = request("ec2:RunInstances", { "aws:requestedregion": region });
      expect(evaluatePolicy(policy ?? "", asked)).toBe("denied");
    }
    expect(warnings).toHaveLength(1);
  });

  test("services that the administrator does not allow leave nothing, and say so", () => {
    const { policy, warnings } = compile({ services: ["ec2"] }, { services: ["s3"] });
    expect(evaluatePolicy(policy ?? "", request("ec2:RunInstances"))).toBe("denied");
    expect(evaluatePolicy(policy ?? "", request("s3:GetObject"))).toBe("denied");
    expect(warnings.map(inEnglish)).toEqual([
      "None of your services is among those that your administrator allows here.",
    ]);
  });

  test("an unknown service is applied as written, with a warning", () => {
    const { policy, warnings } = compile({ services: ["s4"], readOnly: true });
    expect(policy).toContain('"s4:Describe*","s4:List*"');
    expect(warnings.map(inEnglish)[0]).toContain("does not know the service s4");
  });
});

describe("what is refused", () => {
  test.each([
    ["a time that is over", { until: "2026-11-21T10:00:00Z" }, {}, "scope_until_passed", "until"],
    ["a Region of another partition", { region: "cn-north-1" }, {}, "scope_region_not_in_partition", "region"],
    ["custom JSON that is none", { custom: "{" }, {}, "scope_custom_invalid", "custom"],
    [
      "custom JSON beside the role's policy",
      { custom: OWN_POLICY },
      { policy: OWN_POLICY },
      "scope_custom_not_allowed",
      "custom",
    ],
    [
      "custom JSON beside managed policies",
      { custom: OWN_POLICY },
      { policyArns: ARNS },
      "scope_custom_not_allowed",
      "custom",
    ],
  ] as const)("%s", (_name, scope, role, code, field) => {
    expect(refusal(scope, role)).toEqual([code, field]);
  });

  test("a time after the credentials' end, once that is known", () => {
    const until = "2026-11-21T12:00:00Z";
    const at = { ...AT, sessionEndsAt: new Date("2026-11-21T11:00:00Z") };
    expect(refusal({ until }, {}, at)).toEqual(["scope_until_after_session", "until"]);
    expect(refusal({ until }, {}, { ...at, sessionEndsAt: new Date(until) })).toBeNull();
  });

  test("custom JSON of another partition's ARNs", () => {
    const custom = OWN_POLICY.replace('"Resource":"*"', '"Resource":"arn:aws-cn:s3:::x/*"');
    expect(refusal({ custom })).toEqual(["scope_custom_invalid", "custom"]);
    expect(refusal({ custom }, { partition: "aws-cn" })).toBeNull();
  });

  test("what is longer than STS takes, with its length", () => {
    const Resource = Array.from({ length: 30 }, (_, index) => `arn:aws:s3:::a-bucket-with-a-long-name-${index}/*`);
    const custom = JSON.stringify({ Version: "2012-10-17", Statement: { Effect: "Allow", Action: "*", Resource } });
    expect(custom.length).toBeLessThan(2048);
    const compiled = compileScope({ ...ALL, custom }, {}, ROLE, AT);
    expect(compiled.ok ? null : inEnglish(compiled.error.message)).toMatch(
      /^The session policy would have 3,\d{3} characters/,
    );
  });
});
