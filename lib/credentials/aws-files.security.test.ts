import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { toProfileName } from "#lib/aws/profile-name";
import { configFile } from "./config-file";
import { credentialsFile } from "./credentials-file";
import { HOSTILE_INPUTS, listSecrets } from "./fixtures/hostile-inputs";
import type { CredentialBlockInput } from "./format";

/** botocore's own reader, as Debian's awscli brings it, over many files in one process. */
const BOTOCORE = `
import json, os, sys, tempfile
from awscli.botocore.configloader import raw_config_parse
result = []
for text in json.load(sys.stdin):
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", newline="") as file:
        file.write(text); file.flush()
        result.append(raw_config_parse(file.name))
print(json.dumps(result))
`;

function readFiles(files: readonly string[]): unknown {
  const options = { input: JSON.stringify(files), encoding: "utf8", maxBuffer: 1 << 26 } as const;
  return JSON.parse(execFileSync("/usr/bin/python3", ["-X", "utf8", "-c", BOTOCORE], options));
}

const withoutSpace = (text: string) => text.replace(/[\s\p{Cc}\u2028\u2029]/gu, "");

const directory = mkdtempSync(join(tmpdir(), "credentials-aws-files-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function toSection(input: CredentialBlockInput) {
  const [accessKeyId, secretAccessKey, sessionToken, region] = listSecrets(input).map(withoutSpace);
  return {
    [toProfileName(input.profileName)]: {
      aws_access_key_id: accessKeyId,
      aws_secret_access_key: secretAccessKey,
      aws_session_token: sessionToken,
      region,
    },
  };
}

describe("syntax escape in ~/.aws/credentials", () => {
  it("every block is one section with its four keys", () => {
    const files = HOSTILE_INPUTS.map((input) => credentialsFile.format(input));
    expect(readFiles(files)).toEqual(HOSTILE_INPUTS.map(toSection));
  });
});

describe("syntax escape in ~/.aws/config", () => {
  const inputs = HOSTILE_INPUTS.slice(0, 120);
  const homeOf = (index: number) => join(directory, String(index));

  it("every block, run by bash, writes one section and the exact JSON, and nothing else", () => {
    const script = inputs.map((input, index) => `HOME='${homeOf(index)}'\n${configFile.format(input)}`).join("");
    for (const index of inputs.keys()) mkdirSync(homeOf(index));
    execFileSync("bash", ["--norc"], { input: script, cwd: directory, stdio: "pipe" });
    expect(readdirSync(directory)).toHaveLength(inputs.length);

    const files = inputs.map((_, index) => readFileSync(join(homeOf(index), ".aws/config"), "utf8"));
    expect(readFiles(files)).toEqual(
      inputs.map((input) => ({
        [`profile ${toProfileName(input.profileName)}`]: {
          region: withoutSpace(input.region),
          credential_process: `sh -c 'cat ~/.aws/gatehouse/${toProfileName(input.profileName)}.json'`,
        },
      })),
    );
    for (const [index, input] of inputs.entries()) {
      const path = join(homeOf(index), `.aws/gatehouse/${toProfileName(input.profileName)}.json`);
      const { AccessKeyId, SecretAccessKey, SessionToken } = JSON.parse(readFileSync(path, "utf8"));
      expect([AccessKeyId, SecretAccessKey, SessionToken]).toEqual(listSecrets(input).slice(0, 3));
    }
  });
});
