import { facts, type HelpSection, section, text } from "../blocks";
import type { HelpSource } from "../say";

/** One section a message; its anchor is the code, which is where error pages lead to. */
export function troubleshooting({ say, errors }: HelpSource): readonly HelpSection[] {
  return errors.map(({ code, title, message, hint, whatToDo }) =>
    section(
      code,
      title,
      text(message),
      ...(hint === undefined ? [] : [text(hint)]),
      ...(whatToDo === null ? [] : [text(`**${say("ui.whatToDo")}:** ${whatToDo}`)]),
      facts([say("ui.code"), code]),
    ),
  );
}
