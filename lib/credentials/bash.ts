import { formatEnvironment, OVERRIDING_VARIABLES } from "./environment";
import type { Format } from "./format";

const CONTROL = /\p{Cc}/u;
const HAS_MEANING_IN_ANSI_C = /[\p{Cc}\\'!]/gu;

/** The character as the bytes of its UTF-8 form; two are enough, as control characters end at U+009F. */
function toByteEscapes(character: string): string {
  const code = character.charCodeAt(0);
  const bytes = code < 0x80 ? [code] : [0xc0 | (code >> 6), 0x80 | (code & 0x3f)];
  return bytes.map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join("");
}

/**
 * One word for bash and zsh, literally the text. Single quotes switch off everything, history expansion included. A control
 * character would be a key press when pasted, so it is spelled out in `$'…'`; NUL cannot be in a variable and is left out.
 */
export function quoteBash(text: string): string {
  const value = text.replaceAll("\0", "");
  return CONTROL.test(value)
    ? `$'${value.replace(HAS_MEANING_IN_ANSI_C, toByteEscapes)}'`
    : `'${value.replaceAll("'", "'\\''")}'`;
}

// No comment line: zsh takes `#` for a command when typed or pasted.
export const bash: Format<"bash"> = {
  id: "bash",
  label: "bash, zsh",
  group: "shell",
  language: "bash",
  format: (input) =>
    `unset ${OVERRIDING_VARIABLES.join(" ")}\n${formatEnvironment(input, ({ name, value }) => `export ${name}=${quoteBash(value)}`)}`,
};
