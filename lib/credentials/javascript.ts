import { quoteJson } from "./double-quoted";
import { formatExpiration } from "./expiration";
import type { Format } from "./format";

export const javascript: Format<"javascript"> = {
  id: "javascript",
  label: "JavaScript (SDK v3)",
  group: "code",
  language: "javascript",
  warning: "javascript",
  format: ({ credentials, region }) =>
    [
      'import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";',
      "",
      "const client = new STSClient({",
      `  region: ${quoteJson(region)},`,
      "  credentials: {",
      `    accessKeyId: ${quoteJson(credentials.accessKeyId)},`,
      `    secretAccessKey: ${quoteJson(credentials.secretAccessKey)},`,
      `    sessionToken: ${quoteJson(credentials.sessionToken)},`,
      `    expiration: new Date(${quoteJson(formatExpiration(credentials.expiresAt))}),`,
      "  },",
      "});",
      "console.log((await client.send(new GetCallerIdentityCommand({}))).Arn);\n",
    ].join("\n"),
};
