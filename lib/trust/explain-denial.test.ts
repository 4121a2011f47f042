import { describe, expect, it, test } from "vitest";
import { parse } from "yaml";
import { evaluateTrustPolicy } from "./evaluate-trust-policy";
import { explainDenial } from "./explain-denial";
import type { Explanation, PolicyDocument } from "./explanation";
import { BROKEN_POLICIES, type BrokenFor } from "./fixtures/broken-policies";
import { inEnglish } from "./fixtures/in-words";
import { parseTrustPolicy } from "./parse-trust-policy";
import type { Caller, TrustRequest } from "./request";

const limits = { durationSeconds: 3600, maxSessionDurationSeconds: 3600 };
const provider = "arn:aws:iam::111111111111:oidc-provider/idp.example.com";
const AUD = "idp.example.com:aud";
const SUB = "idp.example.com:sub";
const request: TrustRequest = {
  action: "sts:AssumeRoleWithWebIdentity",
  caller: { kind: "Federated", providerArn: provider },
  sessionTags: [
    { key: "email", value: "ada@example.com" },
    { key: "team", value: "payments" },
  ],
  transitiveTagKeys: [],
  sourceIdentity: "ada@example.com",
  context: { [AUD]: ["portal"], [SUB]: ["Workforce|Ada"], "aws:CurrentTime": ["2026-11-21T10:00:00Z"] },
};
const values: BrokenFor = {
  action: "sts:AssumeRoleWithWebIdentity",
  principal: { Federated: provider },
  audienceKey: AUD,
  audience: "portal",
  subjectKey: SUB,
  subject: "Workforce|Ada",
  tagKeys: ["email", "team"],
  sendsSourceIdentity: true,
};
const people = {
  Sid: "people",
  Effect: "Allow",
  Principal: { Federated: provider },
  Action: ["sts:AssumeRoleWithWebIdentity", "sts:TagSession", "sts:SetSourceIdentity"],
};
const withCondition = (Condition: object) => ({ Version: "2012-10-17", Statement: [{ ...people, Condition }] });

function explain(document: unknown, change: Partial<TrustRequest> = {}): Explanation {
  const explained = explainDenial(document, { ...request, ...change }, limits);
  if (!explained.ok) throw new Error(`${explained.error.path}: ${explained.error.message.code}`);
  return explained.value;
}

function isAllowed(policy: PolicyDocument, change: Partial<TrustRequest> = {}): boolean {
  const parsed = parseTrustPolicy(policy);
  if (!parsed.ok) throw new Error(`${parsed.error.path}: ${parsed.error.message.code}`);
  return evaluateTrustPolicy(parsed.value, { ...request, ...change }).allowed;
}

const changed = (policy: PolicyDocument, index: number): unknown =>
  Array.isArray(policy.Statement) ? policy.Statement[index] : undefined;

/** By the name of the broken policy: the first finding, what the fix says, and the part of the document that it changed. */
const SAID: Readonly<Record<string, readonly [sentence: string, summary: string, weaker: boolean, after: object]>> = {
  "wrong audience": [
    `wants \`${AUD}\` to be \`https://other.example.com\`; the request had \`portal\`.`,
    "Statement 1 (“people”): Add `portal` to the values of",
    false,
    { Condition: { StringEquals: { [AUD]: ["https://other.example.com", "portal"] } } },
  ],
  "sts:TagSession is missing": [
    "does not allow `sts:TagSession`; it lists `sts:AssumeRoleWithWebIdentity` and `sts:SetSourceIdentity`.",
    "Add `sts:TagSession` to the actions.",
    false,
    { Action: ["sts:AssumeRoleWithWebIdentity", "sts:SetSourceIdentity", "sts:TagSession"] },
  ],
  "sts:SetSourceIdentity is missing": [
    "does not allow `sts:SetSourceIdentity`",
    "Add `sts:SetSourceIdentity` to the actions.",
    false,
    { Action: ["sts:AssumeRoleWithWebIdentity", "sts:TagSession", "sts:SetSourceIdentity"] },
  ],
  "wrong provider": [
    `trusts \`arn:aws:iam::111111111111:oidc-provider/old-idp.example.com\`; the request came from \`${provider}\`.`,
    `Add \`${provider}\` to the principals (Federated).`,
    false,
    { Principal: { Federated: ["arn:aws:iam::111111111111:oidc-provider/old-idp.example.com", provider] } },
  ],
  "subject in other letter case": [
    `wants \`${SUB}\` to be \`wORKFORCE|aDA\`; the request had \`Workforce|Ada\`.`,
    "Write `Workforce|Ada` in place of `wORKFORCE|aDA`",
    false,
    { Condition: { StringEquals: { [AUD]: "portal", [SUB]: "Workforce|Ada" } } },
  ],
  "StringEquals against a list": [
    "wants `aws:TagKeys` to be `email` or `team`; the request had `email` and `team`.",
    "Write `ForAllValues:StringEquals` in place of `StringEquals`",
    false,
    {
      Condition: {
        StringEquals: { [AUD]: "portal" },
        "ForAllValues:StringEquals": { "aws:TagKeys": ["email", "team"] },
        Null: { "aws:TagKeys": "false" },
      },
    },
  ],
  "date has passed": [
    "wants `aws:CurrentTime` to be before `2020-01-01T00:00:00Z`; the request had `2026-11-21T10:00:00Z`.",
    "choose the date that you mean",
    false,
    {
      Condition: {
        StringEquals: { [AUD]: "portal" },
        DateLessThan: { "aws:CurrentTime": "2026-11-22T10:00:00Z" },
      },
    },
  ],
  "external ID is missing": [
    "wants `sts:ExternalId` to be `3f1c9a`; the request did not have it.",
    "Better, send it: `externalId`",
    true,
    { Condition: { StringEquals: { [AUD]: "portal" }, StringEqualsIfExists: { "sts:ExternalId": "3f1c9a" } } },
  ],
  "MFA is missing": [
    "wants `aws:MultiFactorAuthPresent` to be `true`; the request did not have it.",
    "Better, present MFA: `mfaSerial`",
    true,
    { Condition: { StringEquals: { [AUD]: "portal" }, BoolIfExists: { "aws:MultiFactorAuthPresent": "true" } } },
  ],
  "explicit deny": [
    "Statement 2 (“no”) denies `sts:AssumeRoleWithWebIdentity`, `sts:TagSession` and `sts:SetSourceIdentity`",
    `exempt \`${SUB}\` \`Workforce|Ada\` from it`,
    true,
    { Effect: "Deny", Condition: { StringNotEquals: { [SUB]: "Workforce|Ada" } } },
  ],
};

describe.each(BROKEN_POLICIES)("a policy whose mistake is: $name", ({ name, build, expected }) => {
  const policy = build(values);
  const explanation = explain(policy);
  const [first] = explanation.findings;
  const [sentence = "", summary = "", weaker, after] = SAID[name] ?? [];

  test("is refused; the first finding names the mistake, its statement and the actions that it is about", () => {
    expect(explanation.allowed).toBe(false);
    expect([first?.insight?.code, first?.problem.code]).toContain(expected);
    expect(inEnglish(first?.sentence)).toContain(sentence);
    expect(inEnglish(explanation.headline)).toContain(sentence);
    expect(first?.statement).toEqual(
      expected === "explicit_deny" ? { index: 1, sid: "no" } : { index: 0, sid: "people" },
    );
    expect(first?.actions.length).toBeGreaterThan(0);
  });

  test("has a fix that changes that part alone and lets the request in", () => {
    const fix = explanation.fix;
    expect(fix?.summary.map(inEnglish).join("\n")).toContain(summary);
    expect(fix?.weaker).toBe(weaker);
    expect(changed(fix?.policy ?? {}, first?.statement?.index ?? 0)).toMatchObject(after ?? {});
    expect(isAllowed(fix?.policy ?? {})).toBe(true);
  });

  test("has the fixed policy as JSON, as Terraform and as CloudFormation", () => {
    const fix = explanation.fix;
    expect(JSON.parse(fix?.json ?? "")).toEqual(fix?.policy);
    const role = parse(fix?.cloudFormation ?? "").Resources.ROLENAME;
    expect(role).toMatchObject({ Type: "AWS::IAM::Role", Properties: { AssumeRolePolicyDocument: fix?.policy } });
    expect(fix?.terraform).toMatch(/^resource "aws_iam_role" "ROLE_NAME" \{\n {2}name = "ROLE_NAME"\n/);
    expect(fix?.terraform).toContain("assume_role_policy = jsonencode({");
  });
});

const github = { Federated: "arn:aws:iam::111111111111:oidc-provider/token.example.org" };
const inAccount = (account: string, partition = "aws") => ({
  Federated: `arn:${partition}:iam::${account}:oidc-provider/idp.example.com`,
});

describe("a known mistake is recognised", () => {
  test.each([
    [
      "wildcard_needs_like",
      withCondition({ StringEquals: { [SUB]: "Workforce|*" } }),
      `"StringLike":{"${SUB}":"Workforce|*"}`,
    ],
    [
      "issuer_prefix_differs",
      withCondition({ StringEquals: { "https://idp.example.com:aud": "portal" } }),
      `{"${AUD}":"portal"}`,
    ],
    [
      "issuer_prefix_differs",
      withCondition({ StringEquals: { "saml:aud": "elsewhere" } }),
      `{"${AUD}":["elsewhere","portal"]}`,
    ],
    [
      "date_not_reached",
      withCondition({ DateGreaterThan: { "aws:CurrentTime": "2027-01-01" } }),
      "2026-11-21T09:59:59Z",
    ],
    ["key_not_recorded", withCondition({ IpAddress: { "aws:SourceIp": "203.0.113.0/24" } }), "IpAddressIfExists"],
    ["provider_account_differs", { Statement: { ...people, Principal: inAccount("999999999999") } }, `"${provider}"`],
    [
      "provider_partition_differs",
      { Statement: { ...people, Principal: inAccount("111111111111", "aws-cn") } },
      `"${provider}"`,
    ],
    ["provider_name_differs", { Statement: { ...people, Principal: github } }, provider],
    ["principal_kind_differs", { Statement: { ...people, Principal: { AWS: "*" } } }, provider],
    ["case_differs", { Statement: { ...people, Principal: { Federated: provider.replace("idp", "IdP") } } }, provider],
    [
      "variable_needs_version",
      { Statement: { ...people, Condition: { StringEquals: { [AUD]: "${idp.example.com:aud}" } } } },
      "2012-10-17",
    ],
  ])("%s", (code, document, after) => {
    const explanation = explain(document);
    expect(explanation.findings[0]?.insight?.code).toBe(code);
    expect(inEnglish(explanation.findings[0]?.insight?.sentence)).not.toBe("");
    expect(JSON.stringify(explanation.fix?.policy)).toContain(after);
    expect(isAllowed(explanation.fix?.policy ?? {})).toBe(true);
  });

  test("external_id_differs and mfa_missing, of an AWS caller", () => {
    const caller: Caller = {
      kind: "AWS",
      accountId: "222222222222",
      arns: ["arn:aws:iam::222222222222:user/portal"],
    };
    const change = {
      action: "sts:AssumeRole" as const,
      caller,
      sessionTags: [],
      sourceIdentity: null,
      context: { "sts:ExternalId": ["3F1C9A-"], "aws:MultiFactorAuthPresent": ["false"] },
    };
    const by = (Condition: object) =>
      explain(
        { Statement: { Effect: "Allow", Principal: { AWS: "222222222222" }, Action: "sts:AssumeRole", Condition } },
        change,
      );
    const id = by({ StringEquals: { "sts:ExternalId": "3f1c9a" } });
    expect(id.findings[0]?.insight?.code).toBe("external_id_differs");
    expect(isAllowed(id.fix?.policy ?? {}, change)).toBe(true);
    const mfa = by({ Bool: { "aws:MultiFactorAuthPresent": true } });
    expect(mfa).toMatchObject({ findings: [{ insight: { code: "mfa_missing" } }], fix: { weaker: true } });
    expect(mfa.fix?.policy).toMatchObject({ Statement: expect.not.objectContaining({ Condition: expect.anything() }) });
    expect(isAllowed(mfa.fix?.policy ?? {}, change)).toBe(true);
  });
});

describe("an explicit Deny", () => {
  const deny = (parts: object) => ({
    Version: "2012-10-17",
    Statement: [people, { Effect: "Deny", Principal: { Federated: provider }, Action: "sts:*", ...parts }],
  });

  it("is explained by the conditions that held, and MFA is named as the better way", () => {
    const { findings, fix } = explain(deny({ Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } } }));
    expect(findings[0]?.problem).toEqual({
      code: "explicit_deny",
      conditions: [{ operator: "BoolIfExists", key: "aws:MultiFactorAuthPresent", expected: ["false"], seen: null }],
    });
    expect(findings[0]?.insight?.code).toBe("mfa_missing");
    expect(inEnglish(findings[0]?.sentence)).toContain("It asks for `aws:MultiFactorAuthPresent` to be `false`");
    expect(fix?.weaker).toBe(true);
    expect(fix?.summary.map(inEnglish).join(" ")).toContain("`mfaSerial`");
    expect(isAllowed(fix?.policy ?? {})).toBe(true);
  });

  it("keeps denying everyone else after the fix", () => {
    const { fix } = explain(deny({}));
    const other = { context: { ...request.context, [SUB]: ["Workforce|Bob"] } };
    expect([isAllowed(fix?.policy ?? {}), isAllowed(fix?.policy ?? {}, other)]).toEqual([true, false]);
  });

  it("that spares some by NotPrincipal spares an AWS caller with its account, as IAM wants it", () => {
    // Nothing but the session's own name is known of this caller: no role, no session name to exempt.
    const session = "arn:aws:sts::222222222222:assumed-role/Portal/gatehouse";
    const change = {
      action: "sts:AssumeRole" as const,
      caller: { kind: "AWS", accountId: "222222222222", arns: [session] } as const,
      sessionTags: [],
      sourceIdentity: null,
      context: {},
    };
    const allow = { Effect: "Allow", Principal: { AWS: session }, Action: "sts:AssumeRole" };
    const spare = { Effect: "Deny", NotPrincipal: { AWS: "333333333333" }, Action: "sts:*" };
    const { fix } = explain({ Statement: [allow, spare] }, change);
    expect(changed(fix?.policy ?? {}, 1)).toEqual({
      ...spare,
      NotPrincipal: { AWS: ["333333333333", "arn:aws:iam::222222222222:root", session] },
    });
    expect(isAllowed(fix?.policy ?? {}, change)).toBe(true);
  });

  it("without anything that singles out the caller is removed, and said to be", () => {
    const { fix } = explain(deny({}), { sourceIdentity: null, context: {} });
    expect(fix?.summary.map(inEnglish)).toEqual(["Statement 2 denies this request: remove the whole statement."]);
    expect(fix?.policy).toEqual({ Version: "2012-10-17", Statement: [people] });
  });
});

describe("what a statement leaves out", () => {
  it("is named as such, for NotPrincipal and NotAction", () => {
    const { findings } = explain({
      Statement: [{ Effect: "Allow", NotPrincipal: { Federated: provider }, NotAction: "sts:TagSession" }],
    });
    expect(findings.map((finding) => inEnglish(finding.sentence))).toEqual([
      `Statement 1 trusts everyone but \`${provider}\`; the request came from \`${provider}\`.`,
      "Statement 1 does not allow `sts:TagSession`; it leaves out `sts:TagSession`.",
    ]);
  });
});

describe("the closest statement", () => {
  const far = { Sid: "machines", Effect: "Allow", Principal: { AWS: "222222222222" }, Action: "sts:AssumeRole" };
  const near = { ...people, Condition: { StringEquals: { [AUD]: "other" } } };

  it("stands first, wherever it is in the document", () => {
    const { findings, headline } = explain({ Version: "2012-10-17", Statement: [far, near] });
    expect(findings[0]).toMatchObject({ statement: { index: 1, sid: "people" }, closest: true });
    expect(findings.at(-1)).toMatchObject({ statement: { index: 0 }, closest: false });
    expect(inEnglish(headline)).toContain("Statement 2 (“people”) comes closest");
  });

  it("is the one that the fix changes; the others stay as they were written", () => {
    const { fix } = explain({ Version: "2012-10-17", Id: "mine", Statement: [far, near] });
    expect(fix?.policy).toMatchObject({ Version: "2012-10-17", Id: "mine" });
    expect(changed(fix?.policy ?? {}, 0)).toEqual(far);
  });

  it("gets a narrow sister when it names other principals too: they gain nothing", () => {
    const other = "arn:aws:iam::111111111111:oidc-provider/second.example.com";
    const shared = { ...people, Principal: { Federated: [provider, other] }, Action: "sts:AssumeRoleWithWebIdentity" };
    const { fix } = explain({ Version: "2012-10-17", Statement: shared });
    expect(changed(fix?.policy ?? {}, 0)).toEqual(shared);
    expect(isAllowed(fix?.policy ?? {})).toBe(true);
    expect(isAllowed(fix?.policy ?? {}, { caller: { kind: "Federated", providerArn: other } })).toBe(false);
  });
});

describe("without anything to mend", () => {
  it("says that a request is allowed, and changes nothing", () => {
    const { headline, ...rest } = explain(withCondition({ StringEquals: { [AUD]: "portal" } }));
    expect(inEnglish(headline)).toBe("The trust policy allows this request.");
    expect(rest).toEqual({ allowed: true, findings: [], fix: null });
  });

  it("adds a statement tied to audience and subject when nothing allows anything", () => {
    const { findings, fix } = explain({
      Version: "2012-10-17",
      Statement: [{ ...people, Effect: "Deny", Principal: github }],
    });
    expect(findings[0]?.problem.code).toBe("nothing_allows");
    expect(changed(fix?.policy ?? {}, 1)).toEqual({
      Effect: "Allow",
      Principal: { Federated: provider },
      Action: people.Action,
      Condition: { StringEquals: { [AUD]: "portal", [SUB]: "Workforce|Ada" } },
    });
  });

  it("hands back what is wrong with a document that IAM would not take", () => {
    expect(explainDenial("{", request, limits)).toMatchObject({ ok: false, error: { code: "trust_policy_not_json" } });
  });
});

describe("a duration above the role's maximum", () => {
  const policy = withCondition({ StringEquals: { [AUD]: "portal" } });
  const ask = (durationSeconds: number, maxSessionDurationSeconds: number | null) => {
    const explained = explainDenial(policy, request, { durationSeconds, maxSessionDurationSeconds, roleName: "Dev" });
    if (!explained.ok) throw new Error(explained.error.message.code);
    return explained.value;
  };

  it("is no matter of the policy: the fix names the role's property", () => {
    const { allowed, findings, fix } = ask(7200, 3600);
    expect(allowed).toBe(false);
    expect(findings).toMatchObject([
      { statement: null, problem: { code: "duration_exceeded", requestedSeconds: 7200, maximumSeconds: 3600 } },
    ]);
    expect(fix).toMatchObject({ changesPolicy: false, policy });
    expect(inEnglish(fix?.summary[0])).toContain("aws iam update-role --role-name Dev --max-session-duration 7200");
    expect(fix?.terraform).toContain("max_session_duration = 7200");
    expect(parse(fix?.cloudFormation ?? "").Resources.Dev.Properties.MaxSessionDuration).toBe(7200);
  });

  it("cannot be raised above twelve hours", () => {
    const { fix } = ask(50_000, 3600);
    expect(fix?.summary.map(inEnglish)).toEqual(["Ask for 43200 seconds at most: no role allows more."]);
    expect(fix?.terraform).not.toContain("max_session_duration");
  });

  it("is not judged when the maximum is not known", () => {
    expect(ask(43_200, null).allowed).toBe(true);
    expect(ask(3600, 3600).allowed).toBe(true);
  });
});
