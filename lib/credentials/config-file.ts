import { toProfileName } from "#lib/aws/profile-name";
import { quoteBash } from "./bash";
import type { Format } from "./format";
import { toIniValue } from "./ini";
import { formatProcessOutput } from "./json";

/** Strings of JSON hold no line end of their own, so what this folds is layout. */
function onOneLine(json: string): string {
  return json.replace(/\n\s*/g, " ");
}

/**
 * A few lines of shell that save the JSON for its owner alone and add the profile that reads it, unless it is there already:
 * botocore refuses a file with two sections of one name. `sh -c` because botocore starts the process without a shell and
 * expands no `~`, while the JavaScript SDK starts it through one; it reads the same in both.
 * `install` sets the mode before a secret is in the file; `>|` also writes under `noclobber`.
 */
export const configFile: Format<"config-file"> = {
  id: "config-file",
  label: "~/.aws/config",
  group: "file",
  fileName: "~/.aws/config",
  language: "bash",
  warning: "config-file",
  format: (input) => {
    const profileName = toProfileName(input.profileName);
    const header = profileName === "default" ? "[default]" : `[profile ${profileName}]`;
    const path = `~/.aws/gatehouse/${profileName}.json`;
    return [
      "mkdir -p ~/.aws/gatehouse && touch ~/.aws/config",
      `install -m 600 /dev/null ${path}`,
      `printf '%s\\n' ${quoteBash(onOneLine(formatProcessOutput(input)))} >| ${path}`,
      `grep -qxF '${header}' ~/.aws/config || printf '%s\\n' '' \\`,
      `  '${header}' \\`,
      `  ${quoteBash(`region = ${toIniValue(input.region)}`)} \\`,
      `  "credential_process = sh -c 'cat ${path}'" >> ~/.aws/config\n`,
    ].join("\n");
  },
};
