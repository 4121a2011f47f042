import { parseRoleArn, type RoleArn } from "#lib/aws/arn";

/** One value of the Role attribute: a role, and the SAML provider in the same account that its trust policy names. */
export type AssertedRole = { readonly roleArn: RoleArn; readonly providerArn: string };

/** IAM User Guide, "Configure SAML assertions for the authentication response". Case counts. */
export const ROLE_ATTRIBUTE = "https://aws.amazon.com/SAML/Attributes/Role";

const PROVIDER_ARN = /^arn:[a-z-]+:iam::\d{12}:saml-provider\/[\w._-]{1,128}$/;

function parseValue(value: string): AssertedRole | null {
  const parts = value.split(",").map((part) => part.trim());
  const providerArn = parts.find((part) => PROVIDER_ARN.test(part));
  const role = parts.map(parseRoleArn).find((parsed) => parsed.ok);
  if (parts.length !== 2 || providerArn === undefined || !role?.ok) return null;
  return { roleArn: role.value.arn, providerArn };
}

/** The roles that the values of the Role attribute name, either ARN first as AWS takes them. Any other form is left out. */
export function parseAwsRoles(values: readonly string[]): readonly AssertedRole[] {
  return values.map(parseValue).filter((role) => role !== null);
}
