import { describe, expect, it, test } from "vitest";
import { inEnglish } from "./fixtures/in-words";
import { parseTrustPolicy } from "./parse-trust-policy";

const provider = "arn:aws:iam::111111111111:saml-provider/corp";
const statement = { Effect: "Allow", Principal: { Federated: provider }, Action: "sts:AssumeRoleWithSAML" };
const valid = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
const withCondition = (condition: string) =>
  `{"Statement":{"Effect":"Allow","Principal":{"Federated":"${provider}"},"Action":"sts:AssumeRoleWithSAML","Condition":${condition}}}`;

const cyclic: Record<string, unknown> = { Statement: statement };
cyclic.Condition = cyclic;
const throwing = Object.defineProperty({}, "Statement", {
  enumerable: true,
  get: () => {
    throw new Error("a getter that throws");
  },
});

/** Name, document, code, path, words that the message must hold. */
const HOSTILE: readonly (readonly [string, unknown, string, string, string])[] = [
  ["text that is not JSON", "Statement: []", "trust_policy_not_json", "", "check quotes"],
  ["JSON that breaks off", valid.slice(0, -3), "trust_policy_not_json", "", "line 1"],
  ["an empty paste", "  \n ", "trust_policy_not_json", "", "paste"],
  ["200 kB of JSON", `{"Statement":"${"x".repeat(200_000)}"}`, "trust_policy_too_large", "", "4096"],
  ["200 kB of brackets", "[".repeat(200_000), "trust_policy_too_large", "", "200000"],
  [
    "5,000 counted characters",
    JSON.stringify({ Id: "x".repeat(5000), Statement: statement }),
    "trust_policy_too_large",
    "",
    "2048",
  ],
  ["the same, parsed", { Id: "x".repeat(5000), Statement: statement }, "trust_policy_too_large", "", "4096"],
  [
    "lists a thousand deep",
    `{"Statement":${"[".repeat(1000)}${"]".repeat(1000)}}`,
    "trust_policy_invalid",
    "",
    "levels",
  ],
  ["objects a thousand deep", `${'{"a":'.repeat(680)}1${"}".repeat(680)}`, "trust_policy_invalid", "", "levels"],
  ["a cycle", cyclic, "trust_policy_invalid", "", "levels"],
  ["a getter that throws", throwing, "trust_policy_not_json", "", "JSON"],
  ["a BigInt", { Id: 1n, Statement: statement }, "trust_policy_not_json", "", "JSON"],
  ["a function", () => 1, "trust_policy_invalid", "", "object"],
  ["undefined", undefined, "trust_policy_invalid", "", "missing"],
  ["a number", "7", "trust_policy_invalid", "", "object"],
  ["a list", "[]", "trust_policy_invalid", "", "object"],
  ["no statement", "{}", "trust_policy_invalid", "Statement", "missing"],
  ["a statement that is text", '{"Statement":"allow"}', "trust_policy_invalid", "Statement[0]", "object"],
  ["a statement that is null", '{"Statement":[null]}', "trust_policy_invalid", "Statement[0]", "object"],
  [
    "an operator with a letter missing",
    withCondition('{"StringEqual":{"a":"b"}}'),
    "trust_policy_invalid",
    "Statement[0].Condition.StringEqual",
    "write `StringEquals`",
  ],
  [
    "an operator in lower case",
    withCondition('{"stringlike":{"a":"b"}}'),
    "trust_policy_invalid",
    "Statement[0].Condition.stringlike",
    "write `StringLike`",
  ],
  [
    "a set operator with a typing mistake",
    withCondition('{"ForAnyValues:StringLike":{"a":"b"}}'),
    "trust_policy_invalid",
    "Statement[0].Condition.ForAnyValues:StringLike",
    "write `ForAnyValue:StringLike`",
  ],
  [
    "NullIfExists",
    withCondition('{"NullIfExists":{"a":"true"}}'),
    "trust_policy_invalid",
    "Statement[0].Condition.NullIfExists",
    "is not a condition operator",
  ],
  [
    "an operator that resembles none",
    withCondition('{"Frobnicate":{"a":"b"}}'),
    "trust_policy_invalid",
    "Statement[0].Condition.Frobnicate",
    "one of IAM's",
  ],
  [
    "a prototype's name as operator",
    withCondition('{"constructor":{"a":"b"}}'),
    "trust_policy_invalid",
    "Statement[0].Condition.constructor",
    "is not a condition operator",
  ],
  [
    "__proto__ as operator",
    withCondition('{"__proto__":{"a":"b"}}'),
    "trust_policy_invalid",
    "Statement.Condition.__proto__",
    "take it out",
  ],
  [
    "__proto__ as key",
    withCondition('{"StringEquals":{"__proto__":"b"}}'),
    "trust_policy_invalid",
    "Statement.Condition.StringEquals.__proto__",
    "take it out",
  ],
  [
    "__proto__ as element",
    JSON.parse(valid.replace('"Version"', '"__proto__"')),
    "trust_policy_invalid",
    "__proto__",
    "take it out",
  ],
  [
    "a key twice",
    withCondition('{"StringEquals":{"a":"b","a":"c"}}'),
    "trust_policy_invalid",
    "Statement.Condition.StringEquals.a",
    "twice",
  ],
  ["an element twice", `{"Statement":[],${valid.slice(1)}`, "trust_policy_invalid", "Statement", "twice"],
  [
    "an escaped key twice",
    withCondition('{"StringEquals":{"a":"b","\\u0061":"c"}}'),
    "trust_policy_invalid",
    "Statement.Condition.StringEquals.a",
    "twice",
  ],
  [
    "a Sid twice",
    {
      Statement: [
        { ...statement, Sid: "a" },
        { ...statement, Sid: "a" },
      ],
    },
    "trust_policy_invalid",
    "Statement[1].Sid",
    "unique",
  ],
  [
    "an element misspelt",
    { Statement: { ...statement, Effects: "Allow" } },
    "trust_policy_invalid",
    "Statement[0]",
    "write `Effect`",
  ],
  ["a Resource", { Statement: { ...statement, Resource: "*" } }, "trust_policy_invalid", "Statement[0]", "take it out"],
  ["iam:GetRole's whole answer", { Role: { RoleName: "x" } }, "trust_policy_invalid", "", "AssumeRolePolicyDocument"],
  [
    "an unknown version",
    { Version: "2012-10-18", Statement: statement },
    "trust_policy_invalid",
    "Version",
    '"2012-10-17"',
  ],
  [
    "an effect in lower case",
    { Statement: { ...statement, Effect: "allow" } },
    "trust_policy_invalid",
    "Statement[0].Effect",
    '"Allow" or "Deny"',
  ],
  [
    "a principal that is a number",
    { Statement: { ...statement, Principal: { AWS: 111111111111 } } },
    "trust_policy_invalid",
    "Statement[0].Principal.AWS[0]",
    "text in quotes",
  ],
  [
    "an action that is an object",
    { Statement: { ...statement, Action: {} } },
    "trust_policy_invalid",
    "Statement[0].Action[0]",
    "text in quotes",
  ],
  ["no action", { Statement: { ...statement, Action: undefined } }, "trust_policy_invalid", "Statement[0]", "Action"],
  [
    "both Action and NotAction",
    { Statement: { ...statement, NotAction: "sts:x" } },
    "trust_policy_invalid",
    "Statement[0]",
    "one of",
  ],
  [
    "an empty list",
    { Statement: { ...statement, Action: [] } },
    "trust_policy_invalid",
    "Statement[0].Action",
    "empty",
  ],
  [
    "a condition that is text",
    { Statement: { ...statement, Condition: "x" } },
    "trust_policy_invalid",
    "Statement[0].Condition",
    "object",
  ],
  [
    "a condition value that is null",
    withCondition('{"Bool":{"a":null}}'),
    "trust_policy_invalid",
    "Statement[0].Condition.Bool.a[0]",
    "text",
  ],
];

/** The quickest of three: the machine may be busy with something else. */
function measureMs(document: unknown): number {
  const runs = [1, 2, 3].map(() => {
    const startedAt = performance.now();
    parseTrustPolicy(document);
    return performance.now() - startedAt;
  });
  return Math.min(...runs);
}

describe("a hostile document is refused, with what to change and where, within 50 ms", () => {
  test.each(HOSTILE)("%s", (_name, document, code, path, words) => {
    const parsed = parseTrustPolicy(document);
    expect(parsed).toMatchObject({ ok: false, error: { code, path } });
    expect(inEnglish(parsed.ok ? null : parsed.error.message)).toContain(words);
    expect(measureMs(document)).toBeLessThan(50);
  });
});

describe("what only looks hostile is taken", () => {
  it("takes a policy in much white space: IAM does not count it", () => {
    expect(parseTrustPolicy(`\uFEFF${" \n\t".repeat(10_000)}${valid}${"\n".repeat(9000)}`)).toMatchObject({ ok: true });
  });

  it("takes 4,096 characters, and not one more", () => {
    const ofLength = (length: number) => {
      const frame = JSON.stringify({ Id: "", Statement: statement });
      return frame.replace('"Id":""', `"Id":"${"x".repeat(length - frame.length)}"`);
    };
    expect(parseTrustPolicy(ofLength(4096)).ok).toBe(true);
    expect(parseTrustPolicy(ofLength(4097)).ok).toBe(false);
  });

  it("takes the percent-encoded text that iam:GetRole answers", () => {
    expect(parseTrustPolicy(encodeURIComponent(valid))).toEqual(parseTrustPolicy(valid));
  });

  it("takes names of prototypes as condition keys, which then are absent", () => {
    expect(parseTrustPolicy(withCondition('{"StringEquals":{"constructor":"b","toString":"c"}}'))).toMatchObject({
      value: { statements: [{ conditions: [{ key: "constructor" }, { key: "toString" }] }] },
    });
  });
});

it("reports all that is wrong, the first as the error itself", () => {
  const parsed = parseTrustPolicy({
    Version: "2013",
    Statement: [
      { ...statement, Effect: "allow" },
      { ...statement, Condition: { StringEqual: { a: "b" } } },
    ],
  });
  if (parsed.ok) throw new Error("taken");
  expect(parsed.error.problems.map((problem) => problem.path)).toEqual([
    "Version",
    "Statement[0].Effect",
    "Statement[1].Condition.StringEqual",
  ]);
  expect(parsed.error.problems[0]).toEqual({ path: parsed.error.path, message: parsed.error.message });
});

it("never repeats the document in a message, but for names of elements", () => {
  const parsed = parseTrustPolicy('{"Statement": "a-secret-that-was-pasted-by-mistake');
  expect(JSON.stringify(parsed)).not.toContain("secret");
  expect(inEnglish(parsed.ok ? null : parsed.error.message)).toMatch(/^is not JSON/);
});

it("refuses four thousand characters of unknown operators in under 50 ms", () => {
  const operators = Array.from({ length: 250 }, (_, index) => `"StringEqul${index}":{}`).join(",");
  const document = withCondition(`{${operators.slice(0, 3900).replace(/,[^,]*$/, "")}}`);
  expect(measureMs(document)).toBeLessThan(50);
  expect(parseTrustPolicy(document)).toMatchObject({ ok: false, error: { code: "trust_policy_invalid" } });
});
