import { describe, expect, it } from "vitest";
import { findDenial } from "./decide";
import { EVERYTHING, findManagedPolicy } from "./managed-policies";
import { parsePermissionPolicy } from "./parse-permission-policy";
import type { PermissionPolicy } from "./policy";

function policy(...statements: object[]): PermissionPolicy {
  const parsed = parsePermissionPolicy({ Version: "2012-10-17", Statement: statements });
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

const allow = (Action: string, rest: object = {}) => ({ Effect: "Allow", Action, Resource: "*", ...rest });
const deny = (Action: string, rest: object = {}) => ({ ...allow(Action, rest), Effect: "Deny" });
const request = (action: string, keys: Record<string, string> = {}, resource = "*") => ({
  action,
  resource,
  context: new Map(Object.entries(keys).map(([key, value]) => [key.toLowerCase(), [value]])),
});

describe("what identity and session policies allow together", () => {
  it("is what both allow", () => {
    const permissions = { identity: policy(allow("s3:*"), allow("ec2:*")), session: [policy(allow("s3:*"))] };
    expect(findDenial(permissions, request("s3:GetObject"))).toBe(null);
    expect(findDenial(permissions, request("ec2:RunInstances"))).toBe(
      "because no session policy allows the ec2:RunInstances action",
    );
    expect(findDenial(permissions, request("iam:GetRole"))).toBe(
      "because no identity-based policy allows the iam:GetRole action",
    );
  });

  it("is narrowed by no session policy, but by an empty list of them to nothing", () => {
    expect(findDenial({ identity: EVERYTHING, session: null }, request("s3:GetObject"))).toBe(null);
    expect(findDenial({ identity: EVERYTHING, session: [] }, request("s3:GetObject"))).toContain("no session policy");
  });

  it("counts session policies together, and a Deny in any of them before all else", () => {
    const session = [policy(allow("s3:*")), policy(allow("ec2:*"), deny("s3:Put*"))];
    expect(findDenial({ identity: EVERYTHING, session }, request("ec2:RunInstances"))).toBe(null);
    expect(findDenial({ identity: EVERYTHING, session }, request("s3:PutObject"))).toBe(
      "with an explicit deny in a session policy",
    );
    expect(findDenial({ identity: policy(allow("*"), deny("s3:*")), session }, request("s3:PutObject"))).toBe(
      "with an explicit deny in an identity-based policy",
    );
  });

  it("follows NotAction, resources with variables, and conditions", () => {
    const home = "arn:aws:s3:::home/${aws:username}/*";
    const identity = policy({ Effect: "Allow", NotAction: "iam:*", Resource: home });
    const ask = (action: string, key: string) =>
      findDenial({ identity, session: null }, request(action, { "aws:username": "ada" }, `arn:aws:s3:::home/${key}`));
    expect(ask("s3:GetObject", "ada/notes")).toBe(null);
    expect(ask("s3:GetObject", "ben/notes")).not.toBe(null);
    expect(ask("iam:GetRole", "ada/notes")).not.toBe(null);
    const elsewhere = { StringNotEquals: { "aws:RequestedRegion": "eu-west-1" } };
    const session = [policy(allow("*"), deny("*", { Condition: elsewhere }))];
    const inRegion = (region: string) => request("ec2:DescribeInstances", { "aws:RequestedRegion": region });
    expect(findDenial({ identity: EVERYTHING, session }, inRegion("eu-west-1"))).toBe(null);
    expect(findDenial({ identity: EVERYTHING, session }, inRegion("us-east-1"))).toContain("explicit deny");
  });
});

it.each([
  ["ReadOnlyAccess", "s3:ListAllMyBuckets", "s3:PutObject"],
  ["job-function/ViewOnlyAccess", "ec2:DescribeInstances", "s3:GetObject"],
  ["job-function/Billing", "ce:GetCostAndUsage", "ec2:DescribeInstances"],
  ["AmazonS3ReadOnlyAccess", "s3:GetObject", "ec2:DescribeInstances"],
  ["PowerUserAccess", "ec2:TerminateInstances", "iam:GetRole"],
])("AWS's %s allows %s and not %s", (name, allowed, refused) => {
  const session = [findManagedPolicy(name) ?? policy(deny("*"))];
  expect(findDenial({ identity: EVERYTHING, session }, request(allowed))).toBe(null);
  expect(findDenial({ identity: EVERYTHING, session }, request(refused))).toContain("no session policy");
});
