import { dropControls } from "./control-characters";
import { formatEnvironment, OVERRIDING_VARIABLES } from "./environment";
import type { Format } from "./format";

/** PowerShell closes a single-quoted string at any of these, and reads two in a row as one (about_Quoting_Rules; CharExtensions.IsSingleQuote). */
const SINGLE_QUOTES = /['\u2018-\u201b]/g;

/** One literal. Windows PowerShell 5.1 has no escape for control characters, so they are left out. */
export function quotePowershell(text: string): string {
  return `'${dropControls(text).replace(SINGLE_QUOTES, "$&$&")}'`;
}

const REMOVE = `Remove-Item -ErrorAction SilentlyContinue ${OVERRIDING_VARIABLES.map((name) => `Env:${name}`).join(", ")}\n`;

export const powershell: Format<"powershell"> = {
  id: "powershell",
  label: "PowerShell",
  group: "shell",
  language: "powershell",
  format: (input) =>
    `${REMOVE}${formatEnvironment(input, ({ name, value }) => `$Env:${name} = ${quotePowershell(value)}`)}`,
};
