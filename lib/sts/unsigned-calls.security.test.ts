import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerWith, failure, startLoopbackSts, success } from "./fixtures/loopback-sts";

const run = promisify(execFile);
const root = join(import.meta.dirname, "..", "..");
const home = mkdtempSync(join(tmpdir(), "gatehouse-home-"));
const KEYS = "aws_access_key_id = AKIAOFTHEPERSON\naws_secret_access_key = SECRETOFTHEPERSON\n";

/** One call in a process of its own, whose environment and home hold somebody's keys, Regions and endpoints. */
const SCRIPT = `
  import { callSts } from "./lib/sts/calls.ts";
  import { assumeRoleWithWebIdentity } from "./lib/sts/assume-role-with-web-identity.ts";
  const call = assumeRoleWithWebIdentity({
    roleArn: "arn:aws:iam::111122223333:role/Dev", roleSessionName: "alice",
    webIdentityToken: "SECRET-TOKEN", durationSeconds: 900, policyArns: [],
  });
  const answer = await callSts(call, { region: "eu-west-1", endpoint: process.argv[1] });
  process.exitCode = answer.ok ? 0 : 7;
`;

beforeAll(() => {
  writeFileSync(
    join(home, "config"),
    "[default]\nregion = us-gov-west-1\nendpoint_url = http://127.0.0.1:9\nuse_fips_endpoint = true\n",
  );
  writeFileSync(join(home, "credentials"), `[default]\n${KEYS}`);
});
afterAll(() => rmSync(home, { recursive: true }));

async function callFromForeignHome(endpoint: string) {
  const env = {
    PATH: process.env.PATH ?? "",
    HOME: home,
    AWS_CONFIG_FILE: join(home, "config"),
    AWS_SHARED_CREDENTIALS_FILE: join(home, "credentials"),
    AWS_ACCESS_KEY_ID: "AKIAOFTHEPERSON",
    AWS_SECRET_ACCESS_KEY: "SECRETOFTHEPERSON",
    AWS_ENDPOINT_URL: "http://127.0.0.1:9",
    AWS_USE_FIPS_ENDPOINT: "true",
    AWS_PROFILE: "nobody",
    NODE_ENV: "test" as const,
    NODE_NO_WARNINGS: "1",
  };
  const args = ["--conditions=react-server", "--import", "tsx", "--input-type=module", "-e", SCRIPT, endpoint];
  const ended = run(process.execPath, args, { cwd: root, env });
  return ended.then(
    ({ stdout, stderr }) => ({ code: 0, said: stdout + stderr }),
    (error: { code?: number; stdout?: string; stderr?: string }) => ({
      code: error.code,
      said: `${error.stdout}${error.stderr}`,
    }),
  );
}

test("keys, Regions and endpoints of whoever runs the portal are neither used nor sent", async () => {
  const sts = await startLoopbackSts(answerWith(200, success("AssumeRoleWithWebIdentity")));
  const { code, said } = await callFromForeignHome(sts.url);
  await sts.stop();
  expect(said).toBe("");
  expect(code).toBe(0);
  expect(sts.seen).toHaveLength(1);
  expect(sts.seen[0]?.headers.authorization).toBeUndefined();
  expect(JSON.stringify(sts.seen.map(({ headers, form }) => [headers, [...form]]))).not.toMatch(/OFTHEPERSON/);
});

test("a token for AWS in a log: a refused call says nothing at all", async () => {
  const sts = await startLoopbackSts(answerWith(403, failure("AccessDenied")));
  const { code, said } = await callFromForeignHome(sts.url);
  await sts.stop();
  expect({ code, said }).toEqual({ code: 7, said: "" });
});
