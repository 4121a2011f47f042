import { dropControls } from "./control-characters";
import { quoteJson } from "./double-quoted";
import { formatEnvironment, listEnvironment } from "./environment";
import type { Format } from "./format";

const SECRET_VARIABLES = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"] as const;

/**
 * A YAML string that GitHub takes literally: `${{` would begin an expression, so its `$` comes from one. Control
 * characters are left out, as a line's end in $GITHUB_ENV would begin another variable.
 */
export function quoteWorkflowValue(text: string): string {
  return quoteJson(dropControls(text).replaceAll("${{", () => "${{ '$' }}{{"));
}

export const githubActions: Format<"github-actions"> = {
  id: "github-actions",
  label: "GitHub Actions",
  group: "tool",
  language: "yaml",
  warning: "github-actions",
  format: (input) =>
    [
      "- name: Use AWS credentials",
      "  shell: bash",
      "  env:",
      formatEnvironment(input, ({ name, value }) => `    ${name}: ${quoteWorkflowValue(value)}`).trimEnd(),
      "  run: |",
      `    for name in ${SECRET_VARIABLES.join(" ")}; do`,
      '      echo "::add-mask::${!name}"',
      "    done",
      `    for name in ${listEnvironment(input)
        .map((variable) => variable.name)
        .join(" ")}; do`,
      '      printf \'%s=%s\\n\' "$name" "${!name}" >> "$GITHUB_ENV"',
      "    done\n",
    ].join("\n"),
};
