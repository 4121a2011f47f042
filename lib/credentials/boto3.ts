import { quoteJson } from "./double-quoted";
import type { Format } from "./format";

// No comment line: Python reads `coding: …` in one of the first two as the file's encoding (PEP 263).
export const boto3: Format<"boto3"> = {
  id: "boto3",
  label: "Python (boto3)",
  group: "code",
  language: "python",
  warning: "boto3",
  format: ({ credentials, region }) =>
    [
      "import boto3",
      "",
      "session = boto3.Session(",
      `    aws_access_key_id=${quoteJson(credentials.accessKeyId)},`,
      `    aws_secret_access_key=${quoteJson(credentials.secretAccessKey)},`,
      `    aws_session_token=${quoteJson(credentials.sessionToken)},`,
      `    region_name=${quoteJson(region)},`,
      ")",
      'print(session.client("sts").get_caller_identity()["Arn"])\n',
    ].join("\n"),
};
