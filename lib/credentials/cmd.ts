import { dropControls } from "./control-characters";
import { type EnvironmentVariable, formatEnvironment, OVERRIDING_VARIABLES } from "./environment";
import type { Format } from "./format";

/**
 * One SET line for the prompt. Within `"…"` everything is literal but `"`, which ends it, and `%NAME%`, which cmd replaces
 * first. A value with either goes without quotes and with a caret before every character: cmd then finds no variable
 * of that name (at the prompt it leaves unknown ones alone) and takes each character for itself. No escape exists for a
 * control character, so it is left out.
 */
export function formatSet({ name, value }: EnvironmentVariable): string {
  const text = dropControls(value);
  return /["%]/.test(text) ? `SET ${name}=${text.replace(/./gu, "^$&")}` : `SET "${name}=${text}"`;
}

const CLEAR = OVERRIDING_VARIABLES.map((name) => `SET "${name}="\n`).join("");

export const cmd: Format<"cmd"> = {
  id: "cmd",
  label: "Windows cmd",
  group: "shell",
  language: "bat",
  format: (input) => `${CLEAR}${formatEnvironment(input, formatSet)}`,
};
