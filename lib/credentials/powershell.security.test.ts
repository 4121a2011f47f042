import { describe, expect, it } from "vitest";
import { HOSTILE_INPUTS, listSecrets } from "./fixtures/hostile-inputs";
import { powershell } from "./powershell";

const QUOTES = "'\u2018\u2019\u201a\u201b";

/** The tokenizer's rule for a verbatim string: any of five quotes closes it, unless another one follows, which is then kept. */
function readVerbatim(source: string): { value: string; rest: string } {
  let value = "";
  for (let at = 1; at < source.length; at++) {
    const character = source.charAt(at);
    if (!QUOTES.includes(character)) value += character;
    else if (at + 1 < source.length && QUOTES.includes(source.charAt(at + 1))) value += source.charAt(++at);
    else return { value, rest: source.slice(at + 1) };
  }
  throw new Error(`unclosed: ${source}`);
}

function readBlock(block: string): Record<string, string> {
  const [removal, ...lines] = block.trimEnd().split("\n");
  expect(removal).toMatch(/^Remove-Item -ErrorAction SilentlyContinue (Env:\w+(, )?)+$/);
  return Object.fromEntries(
    lines.map((line) => {
      const match = /^\$Env:(\w+) = (?=')/.exec(line);
      if (!match?.[1]) throw new Error(`not an assignment: ${line}`);
      const { value, rest } = readVerbatim(line.slice(match[0].length));
      expect(rest).toBe("");
      return [match[1], value];
    }),
  );
}

describe("PowerShell, by the documented rules of its tokenizer and not by running it", () => {
  it("syntax escape: every value is one verbatim string, typographic quotes included", () => {
    for (const input of HOSTILE_INPUTS) {
      const read = readBlock(powershell.format(input));
      const values = [read.AWS_ACCESS_KEY_ID, read.AWS_SECRET_ACCESS_KEY, read.AWS_SESSION_TOKEN, read.AWS_REGION];
      expect(values).toEqual(listSecrets(input).map((value) => value.replace(/[\p{Cc}\u2028\u2029]/gu, "")));
    }
  });
});
