import { formatEnvironment, OVERRIDING_VARIABLES } from "./environment";
import type { Format } from "./format";

/** Escapes for control characters stand between the quotes, as fish knows none within (fish manual, "Quotes" and "Escaping"). */
function toEscape(character: string): string {
  return `'\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}'`;
}

/** One word, literally the text. NUL cannot be in a variable and is left out. */
export function quoteFish(text: string): string {
  return `'${text
    .replaceAll("\0", "")
    .replace(/[\\']/g, "\\$&")
    .replace(/\p{Cc}/gu, toEscape)}'`;
}

export const fish: Format<"fish"> = {
  id: "fish",
  label: "fish",
  group: "shell",
  language: "fish",
  format: (input) =>
    `set -e ${OVERRIDING_VARIABLES.join(" ")}\n${formatEnvironment(input, ({ name, value }) => `set -gx ${name} ${quoteFish(value)}`)}`,
};
