import { defaultProfileName } from "#lib/credentials/profile-name";
import { code, list, note, section, steps, table, text, topics, warning } from "../blocks";
import { exampleRole } from "../help-facts";
import type { HelpSource } from "../say";

const COMMANDS = ["login", "credentials", "configure", "status", "logout"] as const;
const SETTINGS = ["noBrowser", "store", "browser", "bundle"] as const;

const NAMES: Readonly<Record<(typeof SETTINGS)[number], string>> = {
  noBrowser: "GATEHOUSE_NO_BROWSER=1",
  store: "GATEHOUSE_STORE=file",
  browser: "BROWSER",
  bundle: "AWS_CA_BUNDLE",
};

export function credentialProcess({ say, facts }: HelpSource) {
  const role = exampleRole(facts);
  const call = `/home/you/.local/bin/gatehouse credentials --account ${role.accountId} --role ${role.roleName}`;
  const profile = `[profile ${defaultProfileName(role)}]\ncredential_process = ${call}\nregion = ${role.region}`;
  return [
    section(
      "set-up",
      say("credential-process.setUp.title"),
      steps(say("credential-process.setUp.steps")),
      code("~/.aws/config", profile),
      text(say("credential-process.setUp.renews")),
      note(say("credential-process.setUp.path")),
    ),
    section(
      "commands",
      say("credential-process.commands.title"),
      table(
        [say("credential-process.commands.command"), say("credential-process.commands.does")],
        COMMANDS.map((name) => [`\`gatehouse ${name}\``, say(`credential-process.commands.${name}`)]),
      ),
      text(say("credential-process.commands.variables")),
      list(SETTINGS.map((name) => `\`${NAMES[name]}\`: ${say(`credential-process.commands.${name}`)}`).join("\n")),
    ),
    section(
      "keeps",
      say("credential-process.keeps.title"),
      text(say("credential-process.keeps.signIn")),
      text(say("credential-process.keeps.roles")),
      warning(say("credential-process.keeps.lost")),
    ),
    section(
      "seen",
      say("credential-process.seen.title"),
      text(say("credential-process.seen.run")),
      text(say("credential-process.seen.read")),
      topics("aws-cli", "sdks", "revoke"),
    ),
  ];
}
