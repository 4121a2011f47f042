import { execFileSync } from "node:child_process";
import { parseEnv } from "node:util";
import { describe, expect, it } from "vitest";
import { dockerEnv } from "./docker-env";
import { dotenv } from "./dotenv";
import { HOSTILE_INPUTS, listSecrets } from "./fixtures/hostile-inputs";
import type { CredentialBlockInput } from "./format";

const NAMES = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_REGION"] as const;
const ALL_NAMES = [...NAMES, "AWS_CREDENTIAL_EXPIRATION", "AWS_DEFAULT_REGION"].sort();

const withoutControls = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]/gu, "");
const expectedOf = (input: CredentialBlockInput) => listSecrets(input).map(withoutControls);
const expectedDotenvOf = (input: CredentialBlockInput) => expectedOf(input).map((value) => value.replace(/['\\]/g, ""));

/** Docker's rules: split at \\n, drop a final \\r, skip blank lines and #, all after the first = is the value as it stands. */
const READ_DOCKER = `
import json, sys
result = []
for text in json.load(sys.stdin):
    lines = [l[:-1] if l.endswith("\\r") else l for l in text.split("\\n")]
    lines = [l.lstrip() for l in lines]
    result.append(dict(l.split("=", 1) for l in lines if l and not l.startswith("#")))
print(json.dumps(result))
`;

/** A shell-like reader of its own: shlex knows single quotes and comments the way Compose and python-dotenv do. */
const READ_DOTENV = `
import json, shlex, sys
print(json.dumps([dict(word.split("=", 1) for word in shlex.split(text, comments=True)) for text in json.load(sys.stdin)]))
`;

function readByPython(program: string, blocks: readonly string[]): Record<string, string>[] {
  const options = { input: JSON.stringify(blocks), encoding: "utf8", maxBuffer: 1 << 26 } as const;
  return JSON.parse(execFileSync("python3", ["-X", "utf8", "-c", program], options));
}

function expectValues(
  read: readonly Readonly<Record<string, string | undefined>>[],
  expected: readonly string[][],
): void {
  expect(read.map((variables) => Object.keys(variables).sort())).toEqual(expected.map(() => ALL_NAMES));
  expect(read.map((variables) => NAMES.map((name) => variables[name]))).toEqual(expected);
}

describe("syntax escape in .env", () => {
  const blocks = HOSTILE_INPUTS.map((input) => dotenv.format(input));
  const expected = HOSTILE_INPUTS.map(expectedDotenvOf);

  it("Node's --env-file reader gets each value and no other variable", () => {
    expectValues(
      blocks.map((block) => ({ ...parseEnv(block) })),
      expected,
    );
  });

  it("a Python reader gets each value and no other variable", () => {
    expectValues(readByPython(READ_DOTENV, blocks), expected);
  });

  it("a shell that sources the file runs nothing", () => {
    const print = `printf '%s\\0' ${NAMES.map((name) => `"$${name}"`).join(" ")}\n`;
    const options = { input: blocks.map((block) => block + print).join(""), maxBuffer: 1 << 26 } as const;
    expect(execFileSync("bash", ["--norc"], options).toString().split("\0").slice(0, -1)).toEqual(expected.flat());
  });
});

describe("syntax escape in a Docker env file", () => {
  it("a reader by Docker's rules gets each value and no other variable", () => {
    const blocks = HOSTILE_INPUTS.map((input) => dockerEnv.format(input));
    expectValues(readByPython(READ_DOCKER, blocks), HOSTILE_INPUTS.map(expectedOf));
  });
});
