import { describe, expect, it } from "vitest";
import { EXAMPLE_INPUT } from "./fixtures/example-input";
import { HOSTILE_INPUTS } from "./fixtures/hostile-inputs";
import { FORMAT_LIST } from "./formats";

/** What some reader takes for a line's end; a shell takes only the first two, and the others as they stand. */
const LINE_END = /\r\n|[\n\r\u0085\u2028\u2029]/;
const SHELL_LINE_END = /[\n\r]/;

describe.each(FORMAT_LIST)("syntax escape in $id", (format) => {
  it("no value adds a line", () => {
    const countLines = (text: string) => text.split(format.group === "shell" ? SHELL_LINE_END : LINE_END).length;
    const expected = countLines(format.format(EXAMPLE_INPUT));
    for (const input of HOSTILE_INPUTS) expect(countLines(format.format(input))).toBe(expected);
  });

  it("no control character is left that a terminal would take for a key press", () => {
    for (const input of HOSTILE_INPUTS) expect(format.format(input)).not.toMatch(/(?!\n)\p{Cc}/u);
  });
});
