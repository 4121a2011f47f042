import { toProfileName } from "#lib/aws/profile-name";
import type { Format } from "./format";
import { toIniValue } from "./ini";
import { formatTitle } from "./title";

export const credentialsFile: Format<"credentials-file"> = {
  id: "credentials-file",
  label: "~/.aws/credentials",
  group: "file",
  fileName: "~/.aws/credentials",
  language: "ini",
  format: (input) =>
    [
      `${formatTitle(input)}[${toProfileName(input.profileName)}]`,
      `aws_access_key_id = ${toIniValue(input.credentials.accessKeyId)}`,
      `aws_secret_access_key = ${toIniValue(input.credentials.secretAccessKey)}`,
      `aws_session_token = ${toIniValue(input.credentials.sessionToken)}`,
      `region = ${toIniValue(input.region)}\n`,
    ].join("\n"),
};
