import { quoteJson } from "./double-quoted";
import { formatEnvironment } from "./environment";
import type { Format } from "./format";
import { formatTitle } from "./title";

export const codebuild: Format<"codebuild"> = {
  id: "codebuild",
  label: "AWS CodeBuild",
  group: "tool",
  fileName: "buildspec.yml",
  language: "yaml",
  warning: "codebuild",
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
