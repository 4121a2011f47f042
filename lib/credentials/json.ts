import { quoteJson } from "./double-quoted";
import { formatExpiration } from "./expiration";
import type { CredentialBlockInput, Format } from "./format";

/** What a `credential_process` prints: Version is the number 1, Expiration ISO 8601 (AWS SDKs guide, "Process credential provider"). */
export function formatProcessOutput({ credentials, accountId }: CredentialBlockInput): string {
  return [
    "{",
    '  "Version": 1,',
    `  "AccessKeyId": ${quoteJson(credentials.accessKeyId)},`,
    `  "SecretAccessKey": ${quoteJson(credentials.secretAccessKey)},`,
    `  "SessionToken": ${quoteJson(credentials.sessionToken)},`,
    `  "Expiration": ${quoteJson(formatExpiration(credentials.expiresAt))},`,
    `  "AccountId": ${quoteJson(accountId)}`,
    "}",
  ].join("\n");
}

export const json: Format<"json"> = {
  id: "json",
  label: "JSON",
  group: "file",
  fileName: "credentials.json",
  language: "json",
  format: (input) => `${formatProcessOutput(input)}\n`,
};
