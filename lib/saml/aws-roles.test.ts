import { expect, test } from "vitest";
import { parseAwsRoles } from "./aws-roles";

const roleArn = "arn:aws:iam::123456789012:role/team/Developer";
const providerArn = "arn:aws:iam::123456789012:saml-provider/corp";

test("role and provider are read in either order, with white space around them", () => {
  for (const value of [`${roleArn},${providerArn}`, `${providerArn},${roleArn}`, ` ${roleArn} , ${providerArn} `]) {
    expect(parseAwsRoles([value])).toEqual([{ roleArn, providerArn }]);
  }
});

test("values of any other form are left out", () => {
  const values = [
    "",
    roleArn,
    `${roleArn},${roleArn}`,
    `${providerArn},${providerArn}`,
    `${roleArn},${providerArn},x`,
    "a,b",
  ];
  expect(parseAwsRoles(values)).toEqual([]);
});
