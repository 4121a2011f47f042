import { execFileSync, spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bash } from "./bash";
import { fish } from "./fish";
import { EXAMPLE_INPUT } from "./fixtures/example-input";
import { HOSTILE_INPUTS, listSecrets } from "./fixtures/hostile-inputs";
import type { Format } from "./format";

const PRINT = `printf '%s\\0' "$AWS_ACCESS_KEY_ID" "$AWS_SECRET_ACCESS_KEY" "$AWS_SESSION_TOKEN" "$AWS_REGION"\n`;
const hasZsh = spawnSync("zsh", ["--version"]).status === 0;

type Shell = { readonly name: string; readonly argv: readonly [string, ...string[]]; readonly format: Format };

const SHELLS: readonly Shell[] = [
  { name: "bash", argv: ["bash", "--norc"], format: bash },
  { name: "bash with history expansion, as at a prompt", argv: ["bash", "--norc", "--noprofile", "-i"], format: bash },
  { name: "fish", argv: ["fish", "--no-config"], format: fish },
  ...(hasZsh ? [{ name: "zsh", argv: ["zsh", "-f"], format: bash } as const] : []),
];

let directory = "";
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "credentials-shell-"));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** The script comes in as a file on stdin, read line by line as at a prompt; fish refuses the sockets that Node makes. */
function run(argv: readonly [string, ...string[]], script: string): string {
  const [command, ...args] = argv;
  const path = join(directory, "script");
  writeFileSync(path, script);
  const stdin = openSync(path, "r");
  const env = {
    NODE_ENV: "test",
    PATH: process.env.PATH ?? "",
    HOME: directory,
    LC_ALL: "C.UTF-8",
    AWS_PROFILE: "old",
    AWS_SECURITY_TOKEN: "old",
  } as const;
  try {
    return execFileSync(command, args, {
      env,
      cwd: directory,
      encoding: "utf8",
      maxBuffer: 1 << 26,
      stdio: [stdin, "pipe", "pipe"],
    });
  } finally {
    closeSync(stdin);
  }
}

it("fish is installed, since its block is proven by running it (apt-get install fish)", () => {
  expect(spawnSync("fish", ["--version"], { encoding: "utf8" }).stdout ?? "fish is missing").toMatch(/^fish, version/);
});

describe.each(SHELLS)("in $name", ({ argv, format }) => {
  it("syntax escape in a pasted block: every value arrives literally and nothing runs", () => {
    const script = HOSTILE_INPUTS.map((input) => format.format(input) + PRINT).join("");
    const values = run(argv, script).split("\0").slice(0, -1);
    expect(values).toEqual(HOSTILE_INPUTS.flatMap(listSecrets).map((value) => value.replaceAll("\0", "")));
    expect(readdirSync(directory)).not.toContain("pwned");
  });

  it("exports the variables to what is started next and clears those that would win over them", () => {
    const variables = run(argv, `${format.format(EXAMPLE_INPUT)}env -0\n`).split("\0");
    expect(variables).toEqual(
      expect.arrayContaining([
        `AWS_ACCESS_KEY_ID=${EXAMPLE_INPUT.credentials.accessKeyId}`,
        `AWS_SECRET_ACCESS_KEY=${EXAMPLE_INPUT.credentials.secretAccessKey}`,
        `AWS_SESSION_TOKEN=${EXAMPLE_INPUT.credentials.sessionToken}`,
        "AWS_CREDENTIAL_EXPIRATION=2099-12-31T23:59:59Z",
        "AWS_REGION=eu-west-1",
        "AWS_DEFAULT_REGION=eu-west-1",
      ]),
    );
    expect(variables.filter((line) => /^AWS_(PROFILE|SECURITY_TOKEN)=/.test(line))).toEqual([]);
  });
});
