import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { configFile } from "./config-file";
import { credentialsFile } from "./credentials-file";
import { EXAMPLE_INPUT } from "./fixtures/example-input";

const { credentials, profileName, region } = EXAMPLE_INPUT;
/** Debian's awscli, as on the machines that run the tests; another `aws` may come first in PATH. */
const AWS = "/usr/bin/aws";
const JSON_PATH = `.aws/gatehouse/${profileName}.json`;

const FROM_JAVASCRIPT = `
  import { STSClient } from "@aws-sdk/client-sts";
  const { config } = new STSClient({});
  console.log(JSON.stringify({ region: await config.region(), ...(await config.credentials()) }));
`;

const base = mkdtempSync(join(tmpdir(), "credentials-aws-files-"));
let home = "";
let homes = 0;

beforeEach(() => {
  home = join(base, String(++homes));
  mkdirSync(join(home, ".aws"), { recursive: true });
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

function run(command: string, ...args: string[]): string {
  const env = {
    NODE_ENV: "test",
    PATH: process.env.PATH ?? "",
    HOME: home,
    LC_ALL: "C.UTF-8",
    AWS_EC2_METADATA_DISABLED: "true",
  } as const;
  return execFileSync(command, args, { env, encoding: "utf8", stdio: "pipe" }).trim();
}

function runJavascript(): unknown {
  return JSON.parse(
    run("env", `AWS_PROFILE=${profileName}`, process.execPath, "--input-type=module", "-e", FROM_JAVASCRIPT),
  );
}

it("Debian's aws is installed, since the blocks are proven by it (apt-get install awscli)", () => {
  expect(existsSync(AWS)).toBe(true);
});

describe("the ~/.aws/credentials profile", () => {
  beforeEach(() => {
    writeFileSync(join(home, ".aws/credentials"), credentialsFile.format(EXAMPLE_INPUT));
  });

  it("is exported by aws as the same credentials", () => {
    const exported: unknown = JSON.parse(run(AWS, "configure", "export-credentials", "--profile", profileName));
    expect(exported).toMatchObject({
      AccessKeyId: credentials.accessKeyId,
      SecretAccessKey: credentials.secretAccessKey,
      SessionToken: credentials.sessionToken,
    });
  });

  it("gives aws its Region", () => {
    expect(run(AWS, "configure", "get", "region", "--profile", profileName)).toBe(region);
  });

  it("is read by the JavaScript SDK's default chain", () => {
    expect(runJavascript()).toMatchObject({
      region,
      accessKeyId: credentials.accessKeyId,
      secretAccessKey: credentials.secretAccessKey,
      sessionToken: credentials.sessionToken,
    });
  });
});

describe("the ~/.aws/config profile with credential_process", () => {
  const pasteInto = (...shell: [string, ...string[]]) => {
    const [command, ...args] = shell;
    run(command, ...args, "-c", configFile.format(EXAMPLE_INPUT));
  };

  it("is exported by aws, which starts the process without a shell, with its expiration", () => {
    pasteInto("bash");
    const exported: unknown = JSON.parse(run(AWS, "configure", "export-credentials", "--profile", profileName));
    expect(exported).toMatchObject({
      Version: 1,
      AccessKeyId: credentials.accessKeyId,
      SecretAccessKey: credentials.secretAccessKey,
      SessionToken: credentials.sessionToken,
      Expiration: expect.stringMatching(/^2099-12-31T23:59:59/),
    });
    expect(run(AWS, "configure", "get", "region", "--profile", profileName)).toBe(region);
  });

  it("is read by the JavaScript SDK, which starts the process through a shell", () => {
    pasteInto("bash");
    expect(runJavascript()).toMatchObject({
      region,
      accessKeyId: credentials.accessKeyId,
      secretAccessKey: credentials.secretAccessKey,
      sessionToken: credentials.sessionToken,
      expiration: credentials.expiresAt.toISOString(),
    });
  });

  it("keeps the secret for its owner alone, even over an open file and under noclobber", () => {
    mkdirSync(join(home, ".aws/gatehouse"), { recursive: true });
    writeFileSync(join(home, JSON_PATH), "old", { mode: 0o644 });
    pasteInto("bash", "-o", "noclobber");
    expect(statSync(join(home, JSON_PATH)).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(join(home, JSON_PATH), "utf8"))).toMatchObject({
      SessionToken: credentials.sessionToken,
    });
  });

  it("pasted again leaves one section, after what was there before", () => {
    writeFileSync(join(home, ".aws/config"), "[default]\noutput = json");
    pasteInto("bash");
    const once = readFileSync(join(home, ".aws/config"), "utf8");
    pasteInto("bash");
    expect(readFileSync(join(home, ".aws/config"), "utf8")).toBe(once);
    expect(once).toMatch(/^\[default\]\noutput = json\n\[profile /);
  });

  it("also works in a plain POSIX shell and for the default profile", () => {
    run("sh", "-c", configFile.format({ ...EXAMPLE_INPUT, profileName: "default" }));
    const exported: unknown = JSON.parse(run(AWS, "configure", "export-credentials"));
    expect(exported).toMatchObject({ AccessKeyId: credentials.accessKeyId });
  });
});
