import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { buildRoleArn } from "#lib/aws/arn";
import { assumeRoleWithWebIdentity } from "./assume-role-with-web-identity";
import { callSts } from "./calls";
import { answerWith, failure, startLoopbackSts, success } from "./fixtures/loopback-sts";

const TOKEN = "eyJhbGciOiJSUzI1NiJ9.payload.signature";

const call = assumeRoleWithWebIdentity({
  roleArn: buildRoleArn({ partition: "aws", accountId: "111122223333", roleName: "Dev" }),
  roleSessionName: "alice",
  webIdentityToken: TOKEN,
  durationSeconds: 900,
  policy: null,
  policyArns: [],
});

const at = (endpoint: string) => ({ region: "eu-west-1", endpoint });

describe("a token for AWS reaching an error", () => {
  const quoting = (text: string) => failure("ValidationError").replace("in AWS's words", text);

  test.each([
    ["nothing of it", failure("AccessDenied")],
    ["one value", quoting(`1 validation error detected: Value '${TOKEN}' at 'webIdentityToken' failed to satisfy`)],
    ["two values", quoting(`Value 'x' at 'roleSessionName' failed; Value '${TOKEN}' at 'webIdentityToken' failed`)],
    ["a value cut off", quoting(`1 validation error detected: Value '${TOKEN}`)],
    ["a value of 20,000 characters", quoting(`Value '${TOKEN.padEnd(20_000, "x")}' at 'webIdentityToken' failed`)],
  ])("when AWS quotes %s, the refusal holds none", async (_name, answered) => {
    const sts = await startLoopbackSts(answerWith(400, answered));
    const answer = await callSts(call, at(sts.url));
    await sts.stop();
    expect(answer.ok).toBe(false);
    expect(JSON.stringify(answer)).not.toContain("eyJ");
  });

  test("when AWS quotes it, what it says about it stays", async () => {
    const sts = await startLoopbackSts(answerWith(400, quoting(`Value '${TOKEN}' at 'webIdentityToken' is too long`)));
    const answer = await callSts(call, at(sts.url));
    await sts.stop();
    expect(answer).toMatchObject({ error: { awsMessage: "Value at 'webIdentityToken' is too long" } });
  });
});

describe("the settings of whoever started the portal", () => {
  afterEach(() => vi.unstubAllEnvs());

  const ask = async () => {
    const sts = await startLoopbackSts(answerWith(200, success("AssumeRoleWithWebIdentity")));
    const answer = await callSts(call, at(sts.url));
    await sts.stop();
    return { ok: answer.ok, seen: sts.seen };
  };

  test.each([
    ["AWS_USE_FIPS_ENDPOINT", "true"],
    ["AWS_USE_DUALSTACK_ENDPOINT", "true"],
    ["AWS_ENDPOINT_URL", "http://127.0.0.1:1"],
    ["AWS_ENDPOINT_URL_STS", "http://127.0.0.1:1"],
    ["AWS_PROFILE", "nobody"],
    ["AWS_MAX_ATTEMPTS", "0"],
  ])("in the environment (%s) lead no call astray", async (name, value) => {
    vi.stubEnv(name, value);
    const { ok, seen } = await ask();
    expect([ok, seen.length]).toEqual([true, 1]);
  });

  test("in ~/.aws/config lead no call astray, and keys in the environment sign none", async () => {
    const directory = mkdtempSync(join(tmpdir(), "gatehouse-aws-config-"));
    const file = join(directory, "config");
    const settings = ["use_fips_endpoint = true", "use_dualstack_endpoint = true", "endpoint_url = http://127.0.0.1:1"];
    writeFileSync(file, `[default]\n${settings.join("\n")}\n`);
    vi.stubEnv("AWS_CONFIG_FILE", file);
    vi.stubEnv("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE");
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", "secret");
    const { ok, seen } = await ask();
    rmSync(directory, { recursive: true });
    expect([ok, seen.length]).toEqual([true, 1]);
    expect(seen[0]?.headers.authorization).toBeUndefined();
  });
});
