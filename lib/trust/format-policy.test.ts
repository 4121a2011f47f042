import { describe, expect, it, test } from "vitest";
import { parse } from "yaml";
import { formatCloudFormation, formatTerraform } from "./format-policy";

const policy = {
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "people",
      Effect: "Allow",
      Principal: { Federated: "arn:aws:iam::111111111111:saml-provider/corp" },
      Action: ["sts:AssumeRoleWithSAML", "sts:TagSession"],
      Condition: { StringLike: { "saml:sub": "${aws:username}-%{x}" }, Null: { "aws:TagKeys": false } },
    },
  ],
};
const role = { roleName: "Dev", policy, maxSessionDurationSeconds: null };

test("Terraform gets an aws_iam_role whose templates are escaped", () => {
  expect(formatTerraform({ ...role, maxSessionDurationSeconds: 7200 })).toBe(`resource "aws_iam_role" "Dev" {
  name = "Dev"
  max_session_duration = 7200

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid = "people"
        Effect = "Allow"
        Principal = {
          Federated = "arn:aws:iam::111111111111:saml-provider/corp"
        }
        Action = ["sts:AssumeRoleWithSAML", "sts:TagSession"]
        Condition = {
          StringLike = {
            "saml:sub" = "$\${aws:username}-%%{x}"
          }
          Null = {
            "aws:TagKeys" = false
          }
        }
      },
    ]
  })
}
`);
});

test("CloudFormation gets an AWS::IAM::Role whose dates, words and numbers stay texts", () => {
  expect(formatCloudFormation(role)).toBe(`Resources:
  Dev:
    Type: AWS::IAM::Role
    Properties:
      RoleName: Dev
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Sid: people
            Effect: Allow
            Principal:
              Federated: arn:aws:iam::111111111111:saml-provider/corp
            Action:
              - sts:AssumeRoleWithSAML
              - sts:TagSession
            Condition:
              StringLike:
                saml:sub: \${aws:username}-%{x}
              "Null":
                aws:TagKeys: false
`);
});

const HOSTILE = [
  'quote " and \\ backslash',
  "\\b is no backspace, \b is",
  "form\ffeed\nnew line\ttab",
  "${a}$${b}%{c}%%{d}",
  "no",
  "1e3",
  "012345678901",
  "2026-11-21",
  "- dash: colon # hash",
  "!Sub ${x}",
  "&anchor *alias",
  "\u2028\u0085 séparateurs",
  "",
];

describe("texts that the formats could take for something else", () => {
  const hostile = { Statement: [{ Condition: { StringEquals: { "a: b": HOSTILE, "${key}": "x" } } }] };

  it("come back out of the YAML as they went in, for YAML 1.1 and 1.2", () => {
    const text = formatCloudFormation({ ...role, policy: hostile });
    for (const version of ["1.1", "1.2"] as const) {
      expect(parse(text, { version }).Resources.Dev.Properties.AssumeRolePolicyDocument).toEqual(hostile);
    }
  });

  it("hold no live template and no JSON-only escape in HCL, and mean the same text", () => {
    const text = formatTerraform({ ...role, policy: hostile });
    const literals = [...text.matchAll(/"(?:[^"\\]|\\.)*"/g)].map(([literal]) => literal);
    for (const literal of literals) {
      expect(literal).not.toMatch(/(?<!\$)\$\{|(?<!%)%\{/);
      expect(literal.replace(/\\\\/g, "")).not.toMatch(/\\[^nrt"u]/);
    }
    const meant = literals.map((literal) => String(JSON.parse(literal)).replace(/([$%])\1\{/g, "$1{"));
    for (const value of HOSTILE) expect(meant).toContain(value);
    expect(meant).toContain("${key}");
  });

  it("make names that Terraform and CloudFormation take", () => {
    const odd = { ...role, roleName: "7+team@dev" };
    expect(formatTerraform(odd)).toMatch(/^resource "aws_iam_role" "_7_team_dev" \{\n {2}name = "7\+team@dev"/);
    expect(formatCloudFormation(odd)).toMatch(/^Resources:\n {2}7teamdev:\n/);
  });
});
