import { describe, expect, it } from "vitest";
import { cmd } from "./cmd";
import { HOSTILE_INPUTS, listSecrets } from "./fixtures/hostile-inputs";

const DEFINED = new Set(["PATH", "CD", "HOME", "A"]);

/** Before all else, at the prompt: `%NAME%` and `%NAME:…%` of a variable that exists; anything else stays. */
function expandPercents(line: string): string {
  let result = "";
  for (let at = 0; at < line.length; at++) {
    const end = line.charAt(at) === "%" ? line.indexOf("%", at + 1) : -1;
    const [name = ""] = line.slice(at + 1, end).split(":");
    if (end > 0 && DEFINED.has(name.toUpperCase())) {
      result += "<expanded>";
      at = end;
    } else result += line.charAt(at);
  }
  return result;
}

/** Quotes switch carets and operators off, carets take the next character for itself. Throws where a second command begins. */
function readCommand(line: string): string {
  let result = "";
  let isQuoted = false;
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at);
    if (character === "^" && !isQuoted) {
      result += line.charAt(++at);
      continue;
    }
    if (character === '"') isQuoted = !isQuoted;
    if (!isQuoted && "&|<>\n".includes(character)) throw new Error(`broke out: ${line}`);
    result += character;
  }
  return result;
}

/** `SET "NAME=value"` ends at the last quote, `SET NAME=value` at the line's end. */
function readSet(line: string): [string, string] {
  const argument = readCommand(expandPercents(line)).replace(/^SET /, "");
  const assignment = argument.startsWith('"') ? argument.slice(1, argument.lastIndexOf('"')) : argument;
  const equals = assignment.indexOf("=");
  return [assignment.slice(0, equals), assignment.slice(equals + 1)];
}

describe("Windows cmd, by the documented phases of its parser and not by running it", () => {
  it("syntax escape: every line is one SET and every value arrives literally", () => {
    for (const input of HOSTILE_INPUTS) {
      const read = Object.fromEntries(cmd.format(input).trimEnd().split("\n").map(readSet));
      const values = [read.AWS_ACCESS_KEY_ID, read.AWS_SECRET_ACCESS_KEY, read.AWS_SESSION_TOKEN, read.AWS_REGION];
      expect(values).toEqual(listSecrets(input).map((value) => value.replace(/[\p{Cc}\u2028\u2029]/gu, "")));
    }
  });

  it("credentials as AWS issues them stand in quotes without carets", () => {
    const [input] = HOSTILE_INPUTS;
    if (!input) throw new Error("no input");
    const block = cmd.format({ ...input, region: "eu-west-1" });
    expect(block).toContain('SET "AWS_REGION=eu-west-1"\n');
  });
});
