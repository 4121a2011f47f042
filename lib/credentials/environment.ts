import { formatExpiration } from "./expiration";
import type { CredentialBlockInput } from "./format";

export type EnvironmentVariable = { readonly name: string; readonly value: string };

/**
 * Variables that would win over the credentials or refuse them: JavaScript's default chain skips the keys when
 * AWS_PROFILE is set, and botocore reads AWS_SECURITY_TOKEN before AWS_SESSION_TOKEN.
 */
export const OVERRIDING_VARIABLES = ["AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_SECURITY_TOKEN"] as const;

/**
 * The variables the AWS SDKs read. Both spellings of the Region: botocore reads AWS_DEFAULT_REGION, the others AWS_REGION.
 * With AWS_CREDENTIAL_EXPIRATION botocore and JavaScript say "expired" themselves instead of showing AWS's refusal.
 */
export function listEnvironment(input: CredentialBlockInput): readonly EnvironmentVariable[] {
  const { credentials, region } = input;
  return [
    { name: "AWS_ACCESS_KEY_ID", value: credentials.accessKeyId },
    { name: "AWS_SECRET_ACCESS_KEY", value: credentials.secretAccessKey },
    { name: "AWS_SESSION_TOKEN", value: credentials.sessionToken },
    { name: "AWS_CREDENTIAL_EXPIRATION", value: formatExpiration(credentials.expiresAt) },
    { name: "AWS_REGION", value: region },
    { name: "AWS_DEFAULT_REGION", value: region },
  ];
}

/** One line for each variable, each ended by a newline. */
export function formatEnvironment(
  input: CredentialBlockInput,
  formatLine: (variable: EnvironmentVariable) => string,
): string {
  return listEnvironment(input)
    .map((variable) => `${formatLine(variable)}\n`)
    .join("");
}
