import { describe, expect, test } from "vitest";
import { inEnglish } from "./fixtures/english";
import { validatePolicy } from "./validate-policy";

const STATEMENT = { Effect: "Allow", Action: "s3:Get*", Resource: "arn:aws:s3:::payments/*" };
const policyOf = (...statements: readonly unknown[]) =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements.length === 1 ? statements[0] : statements }, null, 2);
const problemsOf = (text: string) => validatePolicy(text, "aws").problems;
const firstOf = (text: string) => {
  const first = problemsOf(text)[0];
  return first && [first.line, first.column, inEnglish(first.message)];
};

describe("a policy that STS takes", () => {
  test.each([
    ["one statement", policyOf(STATEMENT)],
    [
      "several, of every element",
      policyOf({ ...STATEMENT, Sid: "A1" }, { Effect: "Deny", NotAction: ["*"], NotResource: "*" }),
    ],
    [
      "operators of every kind",
      policyOf({
        ...STATEMENT,
        Condition: {
          "ForAnyValue:StringLikeIfExists": { "aws:TagKeys": ["a*", "b"] },
          Null: { "aws:TokenIssueTime": true },
          NumericLessThanEquals: { "s3:max-keys": 10 },
          IpAddress: { "aws:SourceIp": "203.0.113.0/24" },
          DateGreaterThan: { "aws:CurrentTime": "2026-01-01T00:00:00Z" },
          ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/x" },
        },
      }),
    ],
    [
      "actions as IAM spells them",
      policyOf({ ...STATEMENT, Action: ["*", "apigateway:GET", "s3:*Object?", "EC2:describe*"] }),
    ],
  ])("%s has no problems", (_name, text) => {
    expect(problemsOf(text)).toEqual([]);
  });

  test("is minified, and counted so", () => {
    const { minified, characters } = validatePolicy(policyOf(STATEMENT));
    expect(minified).toBe(JSON.stringify(JSON.parse(policyOf(STATEMENT))));
    expect(characters).toBe(minified?.length);
  });
});

describe("text that is not JSON", () => {
  test.each([
    ['{\n  "Version": }', [2, 14, "This is not JSON: } is unexpected here."]],
    ['{\n  "Version": "2012-10-17",\n}', [3, 1, "This is not JSON: the comma before } is one too many."]],
    ['{\n  "Version" "x"}', [2, 13, 'This is not JSON: " is unexpected here. A comma or colon is missing before it.']],
    ['{"Version": "2012-10-17"', [1, 25, "This is not JSON: it ends too early."]],
    ["{'a': 1}", [1, 2, "This is not JSON: ' is unexpected here. JSON takes double quotes."]],
    ["{\n// why\n}", [2, 1, "This is not JSON: / is unexpected here. JSON has no comments."]],
    ['{"a": "x\ny"}', [1, 7, "This text is not closed on its line."]],
    ["{} {}", [1, 4, "This is not JSON: { is unexpected here."]],
    ["  ", [1, 1, "There is nothing here yet."]],
    ["[]", [1, 1, 'A policy is an object: { "Version": …, "Statement": … }.']],
  ])("%j says where and what", (text, expected) => {
    expect(firstOf(text)).toEqual(expected);
  });
});

describe("JSON that is no session policy", () => {
  const statement = (over: object) => policyOf({ ...STATEMENT, ...over });
  test.each([
    ["no Statement", '{"Version":"2012-10-17"}', "A policy needs a Statement."],
    ["an empty list", '{"Version":"2012-10-17","Statement":[]}', "This list is empty: a policy needs a Statement."],
    ["a statement that is none", policyOf("Allow"), "A statement is an object."],
    ["another Version", policyOf(STATEMENT).replace("2012", "2022"), 'The Version of the language is "2012-10-17".'],
    [
      "a misspelt element",
      statement({ Ressource: "*" }),
      '"Ressource" is not an element of a policy; did you mean "Resource"?',
    ],
    [
      "a Principal",
      statement({ Principal: "*" }),
      "A session policy names nobody: it is about this one session. Remove it.",
    ],
    ["no action", policyOf({ Effect: "Allow", Resource: "*" }), "A statement needs Action or NotAction."],
    ["no resource", policyOf({ Effect: "Allow", Action: "*" }), "A statement needs Resource or NotResource."],
    ["both", statement({ NotAction: "iam:*" }), "A statement has Action or NotAction, not both."],
    ["no effect", policyOf({ Action: "*", Resource: "*" }), 'A statement needs an Effect, "Allow" or "Deny".'],
    [
      "an effect in small letters",
      statement({ Effect: "allow" }),
      'An Effect is "Allow" or "Deny"; did you mean "Allow"?',
    ],
    [
      "a wildcard in the service",
      statement({ Action: "*:Get*" }),
      '"*:Get*" has a wildcard in the service: write the service in full, such as s3:Get*.',
    ],
    [
      "an action without service",
      statement({ Action: "GetObject" }),
      '"GetObject" lacks its service: an action looks like s3:GetObject.',
    ],
    [
      "an action with a space",
      statement({ Action: "s3: Get*" }),
      '"s3: Get*" is not an action: one looks like s3:GetObject.',
    ],
    ["an action that is a number", statement({ Action: 1 }), "An action is a text."],
    ["no actions in the list", statement({ Action: [] }), "This list is empty: name at least one action."],
    [
      "a bucket's name",
      statement({ Resource: "payments/*" }),
      '"payments/*" is neither * nor an ARN, such as arn:aws:s3:::bucket/*.',
    ],
    [
      "half an ARN",
      statement({ Resource: "arn:aws:s3" }),
      '"arn:aws:s3" is neither * nor an ARN, such as arn:aws:s3:::bucket/*.',
    ],
    [
      "an ARN of another partition",
      statement({ Resource: "arn:aws-cn:s3:::x" }),
      '"arn:aws-cn:s3:::x" is in the partition aws-cn, the role in aws.',
    ],
    [
      "an unknown operator",
      statement({ Condition: { StringEqual: { "aws:x": "y" } } }),
      '"StringEqual" is not a condition operator; did you mean "StringEquals"?',
    ],
    [
      "IfExists where it has no place",
      statement({ Condition: { NullIfExists: { "aws:x": "true" } } }),
      /^"NullIfExists" is not/,
    ],
    [
      "an unknown quantifier",
      statement({ Condition: { "ForSomeValues:StringLike": { "aws:x": "y" } } }),
      /is not a condition operator/,
    ],
    [
      "a key without prefix",
      statement({ Condition: { StringEquals: { SourceIp: "y" } } }),
      /^"SourceIp" is not a condition key/,
    ],
    [
      "an object as a condition's value",
      statement({ Condition: { StringEquals: { "aws:x": [{}] } } }),
      "A condition is compared with texts, numbers or booleans.",
    ],
    ["a Sid with a space", statement({ Sid: "a b" }), "A Sid is made of letters and digits."],
    [
      "a Sid that stands twice",
      policyOf({ ...STATEMENT, Sid: "a" }, { ...STATEMENT, Sid: "a" }),
      'Another statement has the Sid "a" already.',
    ],
    ["a name that stands twice", policyOf(STATEMENT).replace('"Action"', '"Effect"'), "Effect stands here twice."],
    ["letters that STS does not take", statement({ Resource: "arn:aws:s3:::żółw" }), /^AWS takes letters up to ÿ/],
    ["the same as an escape", statement({}).replace("payments", "\\u017c"), /^AWS takes letters up to ÿ/],
  ])("%s", (_name, text, message) => {
    const errors = problemsOf(text).filter(({ severity }) => severity === "error");
    expect(errors.map((problem) => inEnglish(problem.message))).toContainEqual(
      typeof message === "string" ? message : expect.stringMatching(message),
    );
  });

  test("each problem has the line on which it stands, in the order of the text", () => {
    const text = policyOf({ ...STATEMENT, Effect: "allow" }, { ...STATEMENT, Action: ["s3:*", "*:Get*"] });
    const found = problemsOf(text).map(({ line, path }) => [line, path, text.split("\n")[line - 1]?.trim()]);
    expect(found).toEqual([
      [5, "Statement[0].Effect", '"Effect": "allow",'],
      [13, "Statement[1].Action[1]", '"*:Get*"'],
    ]);
  });

  test("what is longer than STS takes, white space not counted", () => {
    const long = (characters: number) => {
      const Resource = `arn:aws:s3:::${"x".repeat(characters - 101)}`;
      return JSON.stringify({ Version: "2012-10-17", Statement: { Effect: "Allow", Action: "s3:Get*", Resource } });
    };
    expect(validatePolicy(long(2048)).characters).toBe(2048);
    expect(problemsOf(long(2048))).toEqual([]);
    expect(firstOf(long(2049))).toEqual([1, 1, "This has 2,049 characters without white space; AWS takes 2,048."]);
  });
});

describe("what may surprise", () => {
  test("without a Version, variables are plain text: a warning", () => {
    const [problem] = problemsOf(JSON.stringify({ Statement: STATEMENT }));
    expect(problem).toMatchObject({ severity: "warning" });
    expect(problem && inEnglish(problem.message)).toContain("${variables}");
  });

  test("a policy that only denies allows nothing: a warning", () => {
    const [problem] = problemsOf(policyOf({ ...STATEMENT, Effect: "Deny" }));
    expect(problem).toMatchObject({ severity: "warning", path: "Statement" });
  });
});
