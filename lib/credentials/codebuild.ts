import { quoteJson } from "./double-quoted";
import { formatEnvironment } from "./environment";
import type { Format } from "./format";
import { formatTitle } from "./title";

export const codebuild: Format<"codebuild"> = {
  id: "codebuild",
  label: "AWS CodeBuild",
  group: "tool",
  hint: "Put into the project's buildspec.yml and add your own commands.",
  fileName: "buildspec.yml",
  language: "yaml",
  warning: "CodeBuild shows plain variables to everybody who may see the build.",
  format: (input) =>
    [
      `${formatTitle(input)}version: 0.2`,
      "env:",
      "  variables:",
      formatEnvironment(input, ({ name, value }) => `    ${name}: ${quoteJson(value)}`).trimEnd(),
      "phases:",
      "  build:",
      "    commands:",
      "      - aws sts get-caller-identity\n",
    ].join("\n"),
};
