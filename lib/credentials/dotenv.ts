import { dropControls } from "./control-characters";
import { formatEnvironment } from "./environment";
import type { Format } from "./format";
import { formatTitle } from "./title";

/**
 * A value that dotenv, python-dotenv, Compose, Node's --env-file and a sourcing shell read alike: bare, or else in single quotes.
 * They disagree about `'` and `\` within those (some go on into the next line), so these are left out; no credential holds one.
 */
export function toDotenvValue(text: string): string {
  const value = dropControls(text).replace(/['\\]/g, "");
  return /^[\w+/=.:,@-]+$/.test(value) ? value : `'${value}'`;
}

export const dotenv: Format<"dotenv"> = {
  id: "dotenv",
  label: ".env",
  group: "file",
  fileName: ".env",
  language: "dotenv",
  warning: "dotenv",
  format: (input) =>
    `${formatTitle(input)}${formatEnvironment(input, ({ name, value }) => `${name}=${toDotenvValue(value)}`)}`,
};
