import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { codebuild } from "./codebuild";
import { EXAMPLE_INPUT } from "./fixtures/example-input";
import { HOSTILE_INPUTS, listSecrets } from "./fixtures/hostile-inputs";
import type { CredentialBlockInput } from "./format";
import { githubActions } from "./github-actions";

const variablesSchema = z.record(z.string(), z.string());
const stepsSchema = z.tuple([
  z.strictObject({ name: z.string(), shell: z.literal("bash"), env: variablesSchema, run: z.string() }),
]);
const buildspecSchema = z.strictObject({
  version: z.literal(0.2),
  env: z.strictObject({ variables: variablesSchema }),
  phases: z.strictObject({ build: z.strictObject({ commands: z.array(z.string()).min(1) }) }),
});

const NAMES = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_REGION"] as const;
const pickValues = (variables: Readonly<Record<string, string>>) => NAMES.map((name) => variables[name]);
const withoutControls = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]/gu, "");

/** GitHub replaces `${{ expression }}` before the step starts; here only a string literal is allowed to be one. */
function evaluate(value: string): string {
  return value.replace(/\$\{\{(.*?)(?:\}\}|$)/gs, (whole, expression: string) => {
    const literal = /^ '([^']*)' $/.exec(expression)?.[1];
    if (literal === undefined) throw new Error(`an expression got through: ${whole}`);
    return literal;
  });
}

function readStep(input: CredentialBlockInput) {
  const [step] = stepsSchema.parse(parse(githubActions.format(input)));
  return {
    run: step.run,
    env: Object.fromEntries(Object.entries(step.env).map(([name, value]) => [name, evaluate(value)])),
  };
}

const directory = mkdtempSync(join(tmpdir(), "credentials-yaml-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Runs the step as the runner does; what later steps get is read back by the runner's rule for NAME=value lines. */
function runStep(input: CredentialBlockInput): { log: string; later: Record<string, string> } {
  const { run, env } = readStep(input);
  const path = join(directory, "github-env");
  writeFileSync(path, "");
  const options = {
    env: { ...env, NODE_ENV: "test", GITHUB_ENV: path, LC_ALL: "C.UTF-8" },
    cwd: directory,
    encoding: "utf8",
  } as const;
  const log = execFileSync("/bin/bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", run], options);
  const lines = readFileSync(path, "utf8").trimEnd().split("\n");
  const later = lines.map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)] as const);
  return { log, later: Object.fromEntries(later) };
}

describe("the GitHub Actions step", () => {
  it("hands the credentials to the later steps and masks the keys", () => {
    const { log, later } = runStep(EXAMPLE_INPUT);
    expect(later).toEqual({
      AWS_ACCESS_KEY_ID: EXAMPLE_INPUT.credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: EXAMPLE_INPUT.credentials.secretAccessKey,
      AWS_SESSION_TOKEN: EXAMPLE_INPUT.credentials.sessionToken,
      AWS_CREDENTIAL_EXPIRATION: "2099-12-31T23:59:59Z",
      AWS_REGION: "eu-west-1",
      AWS_DEFAULT_REGION: "eu-west-1",
    });
    expect(log.trimEnd().split("\n")).toEqual(
      listSecrets(EXAMPLE_INPUT)
        .slice(0, 3)
        .map((secret) => `::add-mask::${secret}`),
    );
  });

  it("syntax escape: every value is one string without a GitHub expression", () => {
    const read = HOSTILE_INPUTS.map((input) => pickValues(readStep(input).env));
    expect(read).toEqual(HOSTILE_INPUTS.map((input) => listSecrets(input).map(withoutControls)));
  });

  it("syntax escape: the script sets no variable but its own and runs nothing from a value", () => {
    for (const input of HOSTILE_INPUTS.slice(0, 150)) {
      const { later } = runStep(input);
      expect(Object.keys(later)).toHaveLength(6);
      expect(pickValues(later)).toEqual(listSecrets(input).map(withoutControls));
    }
    expect(readdirSync(directory)).toEqual(["github-env"]);
  });
});

describe.each(["1.1", "1.2"] as const)("the CodeBuild buildspec, read as YAML %s", (version) => {
  const readVariables = (input: CredentialBlockInput) =>
    buildspecSchema.parse(parse(codebuild.format(input), { version })).env.variables;

  it("is a buildspec of version 0.2 with every variable as a string", () => {
    expect(Object.keys(readVariables(EXAMPLE_INPUT))).toHaveLength(6);
    expect(pickValues(readVariables(EXAMPLE_INPUT))).toEqual(listSecrets(EXAMPLE_INPUT));
  });

  it("syntax escape: every value arrives literally", () => {
    expect(HOSTILE_INPUTS.map((input) => pickValues(readVariables(input)))).toEqual(HOSTILE_INPUTS.map(listSecrets));
  });
});
