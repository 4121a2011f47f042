import { describe, expect, it, test } from "vitest";
import { evaluateTrustPolicy } from "./evaluate-trust-policy";
import { parseTrustPolicy } from "./parse-trust-policy";
import type { Caller, RequestContext, TrustRequest } from "./request";

/** What IAM's User Guide says of its own examples, restated for trust policies. Each block names its page. */
const caller: Caller = {
  kind: "AWS",
  accountId: "222222222222",
  arns: ["arn:aws:sts::222222222222:assumed-role/Portal/gatehouse", "arn:aws:iam::222222222222:role/Portal"],
};
const request: TrustRequest = {
  action: "sts:AssumeRole",
  caller,
  sessionTags: [],
  transitiveTagKeys: [],
  sourceIdentity: null,
  context: {},
};
const allow = { Effect: "Allow", Principal: { AWS: "222222222222" }, Action: "sts:AssumeRole" };

function allows(Statement: object | object[], change: Partial<TrustRequest> = {}, Version = "2012-10-17"): boolean {
  const policy = parseTrustPolicy({ Version, Statement });
  if (!policy.ok) throw new Error(`${policy.error.path}: ${policy.error.message.code}`);
  return evaluateTrustPolicy(policy.value, { ...request, ...change }).allowed;
}

const TAG = "aws:PrincipalTag/job-category";
const ENVIRONMENT = {
  StringEqualsIgnoreCase: { "aws:RequestTag/environment": ["preprod", "storage"] },
  "ForAnyValue:StringEquals": { "aws:TagKeys": "environment" },
};
const OWN_FOLDER = { StringLike: { prefix: ["home/", "home/${aws:username}/"] } };
const OUTSIDE = { "ForAllValues:StringNotLike": { paths: ["o-a/r-a/ou-media/", "o-a/r-a/ou-sports/*"] } };
const DELIVERIES = {
  "ForAllValues:ArnLike": {
    sources: [
      "arn:aws:cloudfront::123456789012:distribution/*",
      "arn:aws:cloudfront::123456789012:distribution/support*",
    ],
  },
};
const TOPIC = { ArnEquals: { "aws:SourceArn": "arn:aws:sns:us-west-2:123456789012:TOPIC-ID" } };
const NETWORKS = { IpAddress: { "aws:SourceIp": ["203.0.113.0/24", "2001:DB8:1234:5678::/64"] } };
const BINARY = "QmluYXJ5VmFsdWVJbkJhc2U2NA==";

type Row = readonly [condition: object, context: RequestContext, holds: boolean];

describe("reference_policies_elements_condition_operators", () => {
  const ROWS: readonly Row[] = [
    [{ StringEquals: { [TAG]: "iamuser-admin" } }, { [TAG]: ["iamuser-admin"] }, true],
    [{ StringEquals: { [TAG]: "iamuser-admin" } }, { [TAG]: ["dev-ops"] }, false],
    [{ StringEquals: { [TAG]: "iamuser-admin" } }, {}, false],
    [OWN_FOLDER, { "aws:username": ["martha_rivera"], prefix: ["home/martha_rivera/"] }, true],
    [OWN_FOLDER, { "aws:username": ["nikki_wolf"], prefix: ["home/martha_rivera/"] }, false],
    [OWN_FOLDER, { prefix: ["home/"] }, false],
    [ENVIRONMENT, { "aws:TagKeys": ["environment"], "aws:RequestTag/environment": ["preprod"] }, true],
    [ENVIRONMENT, { "aws:TagKeys": ["environment", "costcenter"], "aws:RequestTag/environment": ["PreProd"] }, true],
    [ENVIRONMENT, { "aws:TagKeys": ["Environment"], "aws:RequestTag/Environment": ["preprod"] }, false],
    [ENVIRONMENT, { "aws:TagKeys": ["costcenter"], "aws:RequestTag/environment": ["preprod"] }, false],
    [ENVIRONMENT, { "aws:RequestTag/environment": ["storage"] }, false],
    [ENVIRONMENT, { "aws:TagKeys": ["environment"] }, false],
    [ENVIRONMENT, {}, false],
    // The guide's table has these two the other way round; its own words, and the operator's, are followed here.
    [OUTSIDE, { paths: ["o-a/r-a/ou-sports/costcenter/"] }, false],
    [OUTSIDE, { paths: ["o-a/r-a/ou-media/costcenter/"] }, true],
    [{ NumericLessThanEquals: { "s3:max-keys": "10" } }, { "s3:max-keys": ["10"] }, true],
    [{ NumericLessThanEquals: { "s3:max-keys": "10" } }, { "s3:max-keys": ["11"] }, false],
    [{ NumericLessThanEquals: { "s3:max-keys": "10" } }, {}, false],
    [
      { DateGreaterThan: { "aws:TokenIssueTime": "2020-01-01T00:00:01Z" } },
      { "aws:TokenIssueTime": ["2020-06-01"] },
      true,
    ],
    [
      { DateGreaterThan: { "aws:TokenIssueTime": "2020-01-01T00:00:01Z" } },
      { "aws:TokenIssueTime": ["2019-06-01"] },
      false,
    ],
    [{ DateGreaterThan: { "aws:TokenIssueTime": "2020-01-01T00:00:01Z" } }, {}, false],
    [{ Bool: { "aws:SecureTransport": "false" } }, { "aws:SecureTransport": ["false"] }, true],
    [{ Bool: { "aws:SecureTransport": "false" } }, { "aws:SecureTransport": ["true"] }, false],
    [{ Bool: { "aws:SecureTransport": "false" } }, {}, false],
    [{ Bool: { wanted: "${given}" } }, { wanted: ["true"], given: ["true"] }, true],
    [{ BinaryEquals: { key: BINARY } }, { key: [BINARY] }, true],
    [{ BinaryEquals: { key: BINARY } }, { key: ["ASIAIOSFODNN7EXAMPLE"] }, false],
    [{ BinaryEquals: { key: BINARY } }, {}, false],
    [{ IpAddress: { "aws:SourceIp": "203.0.113.0/24" } }, { "aws:SourceIp": ["203.0.113.1"] }, true],
    [{ IpAddress: { "aws:SourceIp": "203.0.113.0/24" } }, { "aws:SourceIp": ["198.51.100.1"] }, false],
    [{ IpAddress: { "aws:SourceIp": "203.0.113.7" } }, { "aws:SourceIp": ["203.0.113.8"] }, false],
    [NETWORKS, { "aws:SourceIp": ["2001:db8:1234:5678:9::1"] }, true],
    [NETWORKS, { "aws:SourceIp": ["2001:db8:1234:5679::1"] }, false],
    [TOPIC, { "aws:SourceArn": ["arn:aws:sns:us-west-2:123456789012:TOPIC-ID"] }, true],
    [TOPIC, { "aws:SourceArn": ["arn:aws:sns:us-west-2:777788889999:TOPIC-ID"] }, false],
    [TOPIC, {}, false],
    [DELIVERIES, { sources: ["arn:aws:cloudfront::123456789012:distribution/costcenter"] }, true],
    [
      DELIVERIES,
      {
        sources: [
          "arn:aws:cloudfront::123456789012:distribution/costcenter",
          "arn:aws:cloudfront::123456789012:distribution/support2025",
        ],
      },
      true,
    ],
    [DELIVERIES, { sources: ["arn:aws:cloudfront::777788889999:distribution/costcenter"] }, false],
    [DELIVERIES, {}, true],
    [{ StringLikeIfExists: { "ec2:InstanceType": ["t1.*", "m3.*"] } }, {}, true],
    [{ StringLikeIfExists: { "ec2:InstanceType": ["t1.*", "m3.*"] } }, { "ec2:InstanceType": ["c5.large"] }, false],
    [{ Null: { "aws:TokenIssueTime": "true" } }, {}, true],
    [{ Null: { "aws:TokenIssueTime": "true" } }, { "aws:TokenIssueTime": ["2026-01-01"] }, false],
    [{ Null: { "aws:TokenIssueTime": "false" } }, { "aws:TokenIssueTime": ["2026-01-01"] }, true],
  ];
  test.each(ROWS)("%j with %j: %s", (Condition, context, holds) => {
    expect(allows({ ...allow, Condition }, { context })).toBe(holds);
  });
});

describe("reference_policies_condition-single-vs-multi-valued-context-keys", () => {
  const all = { "ForAllValues:StringEquals": { "aws:TagKeys": ["environment", "webserver"] } };
  const any = { "ForAnyValue:StringEquals": { "aws:TagKeys": ["environment", "webserver"] } };
  const ROWS: readonly Row[] = [
    [all, { "aws:TagKeys": ["environment"] }, true],
    [all, { "aws:TagKeys": ["environment", "costcenter"] }, false],
    [all, {}, true],
    [all, { "aws:TagKeys": [""] }, true],
    [{ ...all, Null: { "aws:TagKeys": "false" } }, {}, false],
    [{ ...all, Null: { "aws:TagKeys": "false" } }, { "aws:TagKeys": [""] }, false],
    [any, { "aws:TagKeys": ["environment", "costcenter"] }, true],
    [any, { "aws:TagKeys": ["costcenter"] }, false],
    [any, {}, false],
    [any, { "aws:TagKeys": [""] }, false],
    [{ "ForAnyValue:StringNotEquals": { "aws:TagKeys": "a" } }, { "aws:TagKeys": ["a", "b"] }, true],
    [{ "ForAllValues:StringNotEquals": { "aws:TagKeys": "a" } }, { "aws:TagKeys": ["a", "b"] }, false],
  ];
  test.each(ROWS)("%j with %j: %s", (Condition, context, holds) => {
    expect(allows({ ...allow, Condition }, { context })).toBe(holds);
  });
});

describe("reference_policies_variables", () => {
  const ROWS: readonly Row[] = [
    [{ StringEquals: { team: "${aws:PrincipalTag/team}" } }, { team: ["a"], "aws:PrincipalTag/team": ["a"] }, true],
    [{ StringEquals: { team: "${aws:PrincipalTag/team}" } }, { team: ["a"] }, false],
    [{ StringNotEquals: { team: "${aws:PrincipalTag/team}" } }, { team: ["a"] }, true],
    [{ StringEquals: { team: "${aws:PrincipalTag/team, 'company-wide'}" } }, { team: ["company-wide"] }, true],
    [
      { StringEquals: { team: "${aws:PrincipalTag/team, 'company-wide'}" } },
      { team: ["a"], "aws:PrincipalTag/team": ["a"] },
      true,
    ],
    [{ StringLike: { path: "a${*}b" } }, { path: ["a*b"] }, true],
    [{ StringLike: { path: "a${*}b" } }, { path: ["axb"] }, false],
    [{ StringEquals: { text: "${$}{x}" } }, { text: ["${x}"] }, true],
    [{ NumericEquals: { number: "${other}" } }, { number: ["1"], other: ["1"] }, false],
  ];
  test.each(ROWS)("%j with %j: %s", (Condition, context, holds) => {
    expect(allows({ ...allow, Condition }, { context })).toBe(holds);
  });

  it("takes variables for plain text in documents of 2008", () => {
    const statement = { ...allow, Condition: { StringEquals: { team: "${aws:username}" } } };
    const context = { team: ["ada"], "aws:username": ["ada"] };
    expect(allows(statement, { context }, "2008-10-17")).toBe(false);
    expect(allows(statement, { context: { team: ["${aws:username}"] } }, "2008-10-17")).toBe(true);
  });
});

describe("reference_policies_elements_condition", () => {
  const both = { StringEquals: { a: ["1", "2"], b: "3" }, Null: { c: "true" } };
  const ROWS: readonly Row[] = [
    [both, { a: ["2"], b: ["3"] }, true],
    [both, { A: ["1"], B: ["3"] }, true],
    [both, { a: ["2"], b: ["4"] }, false],
    [both, { a: ["2"], b: ["3"], c: ["x"] }, false],
  ];
  test.each(ROWS)(
    "values are alternatives, keys and operators all count: %j with %j: %s",
    (Condition, context, holds) => {
      expect(allows({ ...allow, Condition }, { context })).toBe(holds);
    },
  );
});

describe("reference_policies_elements_principal", () => {
  const user: Caller = { kind: "AWS", accountId: "222222222222", arns: ["arn:aws:iam::222222222222:user/ada"] };
  const session = "arn:aws:sts::222222222222:assumed-role/Portal/gatehouse";
  test.each([
    ["*", caller, true],
    ["222222222222", caller, true],
    ["arn:aws:iam::222222222222:root", caller, true],
    ["arn:aws:iam::222222222222:role/Portal", caller, true],
    [session, caller, true],
    ["arn:aws:sts::222222222222:assumed-role/Portal/somebody-else", caller, false],
    ["arn:aws:iam::222222222222:user/ada", caller, false],
    ["arn:aws:iam::333333333333:root", caller, false],
    ["222222222222", user, true],
    ["arn:aws:iam::222222222222:user/ada", user, true],
    ["arn:aws:iam::222222222222:user/Ada", user, false],
    ["arn:aws:iam::222222222222:role/ada", user, false],
  ] as const)("%s means %o: %s", (AWS, who, means) => {
    expect(allows({ ...allow, Principal: { AWS } }, { caller: who })).toBe(means);
  });

  it("gives a role's session the role's ARN as aws:PrincipalArn, never the session's", () => {
    const by = (arn: string) =>
      allows({ ...allow, Principal: { AWS: "*" }, Condition: { ArnEquals: { "aws:PrincipalArn": arn } } });
    expect([by("arn:aws:iam::222222222222:role/Portal"), by(session), by("arn:aws:iam::*:role/P*")]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it("gives a federated caller its provider's account, and no aws:PrincipalArn", () => {
    const Federated = "arn:aws:iam::111111111111:saml-provider/corp";
    const by = (Condition: object) =>
      allows(
        { Effect: "Allow", Principal: { Federated }, Action: "sts:AssumeRoleWithSAML", Condition },
        { action: "sts:AssumeRoleWithSAML", caller: { kind: "Federated", providerArn: Federated } },
      );
    expect(by({ StringEquals: { "aws:PrincipalAccount": "111111111111" } })).toBe(true);
    expect(by({ Null: { "aws:PrincipalArn": "true" } })).toBe(true);
  });
});

describe("reference_policies_elements_notprincipal, with Deny", () => {
  const deny = (AWS: string[]) => ({ Effect: "Deny", NotPrincipal: { AWS }, Action: "sts:*" });
  test.each([
    [["arn:aws:iam::222222222222:role/Portal", "arn:aws:iam::222222222222:root"], true],
    [["arn:aws:iam::222222222222:role/Portal", "222222222222"], true],
    [["arn:aws:iam::222222222222:role/Portal"], false],
    [["arn:aws:iam::222222222222:root"], false],
    [["arn:aws:iam::222222222222:role/Other", "arn:aws:iam::222222222222:root"], false],
  ])("sparing %j lets the role in: %s", (names, isIn) => {
    expect(allows([allow, deny(names)])).toBe(isIn);
  });
});

describe("reference_policies_elements_notaction", () => {
  it("is about all actions but those", () => {
    const statement = { Effect: "Allow", Principal: { AWS: "*" }, NotAction: "sts:TagSession" };
    expect(allows(statement)).toBe(true);
    expect(allows(statement, { sessionTags: [{ key: "a", value: "b" }] })).toBe(false);
  });
});

describe("reference_policies_evaluation-logic", () => {
  const deny = { ...allow, Effect: "Deny", Condition: { Bool: { "aws:MultiFactorAuthPresent": "false" } } };
  const denyIfExists = {
    ...allow,
    Effect: "Deny",
    Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } },
  };
  const mfa = (value: string) => ({ context: { "aws:MultiFactorAuthPresent": [value] } });

  it("denies what nothing allows, and what anything denies, in whatever order", () => {
    expect(allows({ ...allow, Principal: { AWS: "333333333333" } })).toBe(false);
    expect(allows([allow, deny], mfa("false"))).toBe(false);
    expect(allows([deny, allow], mfa("false"))).toBe(false);
    expect(allows([deny, allow], mfa("true"))).toBe(true);
  });

  it("lets long-term keys, which carry no MFA key, past Bool and not past BoolIfExists", () => {
    expect(allows([allow, deny])).toBe(true);
    expect(allows([allow, denyIfExists])).toBe(false);
  });

  it("denies with StringNotEqualsIfExists when the key is absent", () => {
    const absent = { ...allow, Effect: "Deny", Condition: { StringNotEqualsIfExists: { "sts:ExternalId": "x" } } };
    expect(allows([allow, absent])).toBe(false);
  });

  it("asks for the external ID letter by letter", () => {
    const statement = { ...allow, Condition: { StringEquals: { "sts:ExternalId": "Example-ID" } } };
    const by = (id: string) => allows(statement, { context: { "sts:ExternalId": [id] } });
    expect([by("Example-ID"), by("example-id"), allows(statement)]).toEqual([true, false, false]);
  });
});

it("reads a time without a zone as UTC, wherever this runs", () => {
  const zone = process.env.TZ;
  process.env.TZ = "America/New_York";
  const statement = { ...allow, Condition: { DateEquals: { "aws:CurrentTime": "2026-11-21T10:00:00" } } };
  const isSame = allows(statement, { context: { "aws:CurrentTime": ["2026-11-21T10:00:00Z"] } });
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  expect(isSame).toBe(true);
});
