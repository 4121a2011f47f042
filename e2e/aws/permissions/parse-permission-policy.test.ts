import { describe, expect, it } from "vitest";
import { parsePermissionPolicy } from "./parse-permission-policy";

const statement = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };
const policy = (change: object): object => ({ Version: "2012-10-17", Statement: { ...statement, ...change } });

describe("a permissions policy", () => {
  it("is read from text and from an object, with one statement or many", () => {
    const read = {
      effect: "Allow",
      actions: ["s3:GetObject"],
      exceptActions: false,
      resources: ["*"],
      exceptResources: false,
      conditions: [{ operator: "Bool", key: "aws:ViaAWSService", values: ["false"] }],
    };
    const document = policy({ Condition: { Bool: { "aws:ViaAWSService": false } } });
    const expected = { ok: true, value: { version: "2012-10-17", statements: [read] } };
    expect(parsePermissionPolicy(document)).toEqual(expected);
    expect(parsePermissionPolicy(JSON.stringify(document))).toEqual(expected);
  });

  it.each([
    ["what is no JSON", "{", "This policy contains invalid Json"],
    ["a principal", policy({ Principal: "*" }), "Policy document should not specify a principal."],
    ["no action", policy({ Action: undefined }), "Policy statement must contain actions."],
    ["no resource", policy({ Resource: undefined }), "Policy statement must contain resources."],
    ["both kinds of action", policy({ NotAction: "s3:*" }), "Syntax errors in policy."],
    [
      "an action without its service",
      policy({ Action: "GetObject" }),
      "Actions/Conditions must be prefaced by a vendor",
    ],
    ["a resource that is no ARN", policy({ Resource: "bucket" }), 'Resource bucket must be in ARN format or "*".'],
    ["an unknown operator", policy({ Condition: { StringEqual: { a: "b" } } }), "Syntax errors in policy."],
    ["an unknown element", policy({ Actions: "s3:*" }), "Syntax errors in policy."],
    ["another version", { ...policy({}), Version: "2020-01-01" }, "Syntax errors in policy."],
    ["no statement", { Version: "2012-10-17", Statement: [] }, "Syntax errors in policy."],
  ])("is refused with %s, in IAM's words", (_, document, message) => {
    expect(parsePermissionPolicy(document)).toEqual({ ok: false, error: expect.stringContaining(message) });
  });
});
