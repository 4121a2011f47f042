import { code, note, section, table, text, topics, warning } from "../blocks";
import type { HelpSource } from "../say";

/** What each tool was seen to do: in the portal's own tests, or only in its documentation and source. */
const TOOLS = [
  ["AWS CLI v2", "cli", "run"],
  ["Python: boto3", "boto3", "run"],
  ["JavaScript SDK v3", "javascript", "run"],
  ["Go SDK v2", "go", "read"],
  ["Java SDK v2", "java", "read"],
  ["Rust SDK", "rust", "read"],
  ["Terraform, OpenTofu", "terraform", "read"],
  ["VS Code: AWS Toolkit", "vscode", "read"],
  [".NET SDK, PowerShell", "dotnet", "not"],
] as const;

const COMMANDS = [
  ["aws sso login --profile NAME", "login", "run"],
  ["aws sso login --use-device-code", "device", "run"],
  ["aws configure sso", "configure", "read"],
  ["aws configure export-credentials", "export", "run"],
  ["aws sso logout", "logout", "run"],
] as const;

const ENVIRONMENT = (portalUrl: string) =>
  `export AWS_ENDPOINT_URL_SSO_OIDC=${portalUrl}/api/sso-oidc\nexport AWS_ENDPOINT_URL_SSO=${portalUrl}/api/sso`;

export function everyTool({ say, facts }: HelpSource) {
  return [
    section(
      "commands",
      say("every-tool.commands.title"),
      text(say("every-tool.commands.text")),
      table(
        [say("every-tool.commands.command"), say("every-tool.commands.does"), say("every-tool.tools.seen")],
        COMMANDS.map(([command, id, seen]) => [
          `\`${command}\``,
          say(`every-tool.commands.of.${id}`),
          say(`every-tool.tools.as.${seen}`),
        ]),
      ),
      code("AWS_ENDPOINT_URL_SSO", ENVIRONMENT(facts.portalUrl)),
      note(say("every-tool.commands.configure")),
    ),
    section(
      "tools",
      say("every-tool.tools.title"),
      text(say("every-tool.tools.text")),
      table(
        [say("every-tool.tools.tool"), say("every-tool.tools.how"), say("every-tool.tools.seen")],
        TOOLS.map(([name, id, seen]) => [
          `**${name}**`,
          say(`every-tool.tools.of.${id}`),
          say(`every-tool.tools.as.${seen}`),
        ]),
      ),
      warning(say("every-tool.tools.warning")),
    ),
    section(
      "otherwise",
      say("every-tool.otherwise.title"),
      text(say("every-tool.otherwise.process")),
      text(say("every-tool.otherwise.containers")),
    ),
    section("next", say("ui.seeAlso"), topics("aws-cli", "sdks", "terraform", "vs-code")),
  ];
}
