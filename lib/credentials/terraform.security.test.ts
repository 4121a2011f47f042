import { describe, expect, it } from "vitest";
import { HOSTILE_INPUTS, listSecrets } from "./fixtures/hostile-inputs";
import { terraform } from "./terraform";

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\" };

/** A quoted template of HCL that may hold no interpolation; throws on one, on an unknown escape and on a raw quote. */
function readQuoted(source: string): string {
  const body = /^"((?:[^"\\]|\\.)*)"$/su.exec(source)?.[1];
  if (body === undefined) throw new Error(`not one string: ${source}`);
  return body.replace(
    /\\u([0-9a-f]{4})|\\(.)|([$%])\3\{|[$%]\{/gsu,
    (whole, code?: string, named?: string, doubled?: string) => {
      if (code) return String.fromCharCode(Number.parseInt(code, 16));
      const plain = named ? ESCAPES[named] : doubled && `${doubled}{`;
      if (!plain) throw new Error(`template or unknown escape ${whole} in ${source}`);
      return plain;
    },
  );
}

function readProvider(block: string): Record<string, string> {
  const lines = block.trimEnd().split("\n");
  expect(lines[0]).toMatch(/^# /);
  expect([lines[1], lines.at(-1)]).toEqual(['provider "aws" {', "}"]);
  return Object.fromEntries(
    lines.slice(2, -1).map((line) => {
      const [, name = "", value = ""] = /^ {2}(\w+) += (.*)$/su.exec(line) ?? [];
      return [name, readQuoted(value)];
    }),
  );
}

describe("Terraform, by HCL's rules for quoted strings", () => {
  it("syntax escape: every value is one string without an interpolation", () => {
    for (const input of HOSTILE_INPUTS) {
      const read = readProvider(terraform.format(input));
      expect([read.access_key, read.secret_key, read.token, read.region]).toEqual(listSecrets(input));
    }
  });
});
