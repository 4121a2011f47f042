import { START_URL } from "#lib/aws-config/wanted-sections";
import { FORMAT_LIST } from "#lib/credentials/formats";
import { defaultProfileName } from "#lib/credentials/profile-name";
import { code, note, section, steps, table, text, topics, warning } from "../blocks";
import { exampleRole, type HelpRole } from "../help-facts";
import type { HelpSource } from "../say";

const WHO_AM_I = "aws sts get-caller-identity";

/** The variables of a configuration that no terminal needs to hold a secret for: `configure set` asks for none. */
const configureLines = (profile: string, region: string) =>
  [
    `aws configure set aws_access_key_id     ASIA… --profile ${profile}`,
    `aws configure set aws_secret_access_key …     --profile ${profile}`,
    `aws configure set aws_session_token     …     --profile ${profile}`,
    `aws configure set region ${region} --profile ${profile}`,
  ].join("\n");

/** A profile that `aws sso login` signs in; the start URL is an alias that nobody is asked at. */
const ssoLines = (portalUrl: string, profile: string, role: HelpRole) => `[sso-session portal]
sso_start_url = ${START_URL}
sso_region = ${role.region}
sso_registration_scopes = sso:account:access

[services portal]
sso_oidc =
  endpoint_url = ${portalUrl}/api/sso-oidc
sso =
  endpoint_url = ${portalUrl}/api/sso

[profile ${profile}]
sso_session = portal
sso_account_id = ${role.accountId}
sso_role_name = ${role.roleName}
services = portal
region = ${role.region}`;

function profileOf({ facts }: HelpSource) {
  const role = exampleRole(facts);
  return { profile: defaultProfileName(role), region: role.region };
}

export function awsCli(source: HelpSource) {
  const { say, formatHint, facts } = source;
  const { profile, region } = profileOf(source);
  return [
    section(
      "sso",
      say("aws-cli.sso.title"),
      text(say("aws-cli.sso.text")),
      code("~/.aws/config", ssoLines(facts.portalUrl, profile, exampleRole(facts))),
      code("aws sso login", `aws sso login --profile ${profile}`),
      text(say("aws-cli.sso.ends")),
      note(say("aws-cli.sso.browser")),
      warning(say("aws-cli.sso.phishing")),
    ),
    section(
      "file",
      say("aws-cli.file.title"),
      text(say("aws-cli.file.text")),
      code("/terminal", `${facts.portalUrl}/terminal`),
      text(say("aws-cli.file.merge")),
      text(say("aws-cli.file.own")),
      note(say("aws-cli.file.curl")),
    ),
    section(
      "copy",
      say("aws-cli.copy.title"),
      steps(say("aws-cli.copy.steps")),
      code(WHO_AM_I, WHO_AM_I),
      note(say("aws-cli.copy.note")),
      warning(say("aws-cli.secret")),
    ),
    section(
      "profile",
      say("aws-cli.profile.title"),
      steps(say("aws-cli.profile.steps")),
      code("--profile", `${WHO_AM_I} --profile ${profile}\nexport AWS_PROFILE=${profile}`),
      text(say("aws-cli.profile.process")),
    ),
    section(
      "configure",
      say("aws-cli.configure.title"),
      text(say("aws-cli.configure.text")),
      code("aws configure", configureLines(profile, region)),
    ),
    section(
      "several",
      say("aws-cli.several.title"),
      text(say("aws-cli.several.text")),
      text(say("aws-cli.several.order")),
      code("aws configure list", `aws configure list\n${WHO_AM_I}`),
    ),
    section(
      "formats",
      say("aws-cli.formats.title"),
      table(
        [say("aws-cli.formats.tab"), say("aws-cli.formats.use")],
        FORMAT_LIST.map(({ id, label }) => [`**${label}**`, formatHint(id)]),
      ),
      text(say("aws-cli.formats.hint")),
    ),
  ];
}

export function terraform(source: HelpSource) {
  const { say } = source;
  const { profile, region } = profileOf(source);
  return [
    section(
      "env",
      say("terraform.env.title"),
      steps(say("terraform.env.steps")),
      code("provider.tf", `provider "aws" {\n  region = "${region}"\n}`),
      warning(say("terraform.long")),
    ),
    section(
      "several",
      say("terraform.several.title"),
      text(say("terraform.several.text")),
      code(
        "provider.tf",
        [
          'provider "aws" {',
          `  profile = "${profile}"`,
          `  region  = "${region}"`,
          "}",
          "",
          'provider "aws" {',
          '  alias   = "other"',
          '  profile = "other-account-Developer"',
          `  region  = "${region}"`,
          "}",
        ].join("\n"),
      ),
    ),
    section("block", say("terraform.block.title"), text(say("terraform.block.text"))),
  ];
}

export function vsCode({ say }: HelpSource) {
  return [
    section(
      "toolkit",
      say("vs-code.toolkit.title"),
      steps(say("vs-code.toolkit.steps")),
      note(say("vs-code.toolkit.note")),
    ),
    section(
      "terminal",
      say("vs-code.terminal.title"),
      text(say("vs-code.terminal.text")),
      code("code .", `${WHO_AM_I}\ncode .`),
    ),
    section("containers", say("vs-code.containers.title"), text(say("vs-code.containers.text"))),
    section("next", say("ui.seeAlso"), topics("aws-cli", "sdks")),
  ];
}
