import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ACCOUNT, roleArn } from "./test-organisation";
import { refused } from "./test-refusal";
import { startWebIdentityBench, TAGS, type WebIdentityBench } from "./test-web-identity";

let bench: WebIdentityBench;
beforeAll(async () => {
  bench = await startWebIdentityBench();
});
afterAll(() => bench.close());
beforeEach(() => bench.aws.clearRequests());

describe("a good token", () => {
  it("gives credentials that GetCallerIdentity knows as the assumed role, its path dropped", async () => {
    const answer = await bench.assume({ seconds: 43_200 });
    const arn = `arn:aws:sts::${ACCOUNT}:assumed-role/Developer/ada@example.com`;
    expect(answer.AssumedRoleUser?.Arn).toBe(arn);
    expect(answer).toMatchObject({ SubjectFromWebIdentityToken: "ada", Audience: "sts.amazonaws.com" });
    expect((answer.Credentials?.Expiration?.getTime() ?? 0) - Date.now()).toBeGreaterThan(43_100_000);
    const { AccessKeyId = "", SecretAccessKey = "", SessionToken = "" } = answer.Credentials ?? {};
    const credentials = { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
    const mine = new STSClient({ region: "eu-west-1", endpoint: bench.aws.url, credentials });
    expect(await mine.send(new GetCallerIdentityCommand())).toMatchObject({ Account: ACCOUNT, Arn: arn });
  });

  it("carries tags and source identity, and what AWS saw is recorded without the token", async () => {
    const token = await bench.issuer.sign({
      [TAGS]: { principal_tags: { team: ["payments"] }, transitive_tag_keys: ["team"] },
      "https://aws.amazon.com/source_identity": "ada@example.com",
    });
    const answer = await bench.assume({ role: "Payments", token, seconds: 900 });
    expect(answer).toMatchObject({ SourceIdentity: "ada@example.com", PackedPolicySize: expect.any(Number) });
    expect(bench.aws.requests()).toMatchObject([
      {
        service: "sts",
        action: "AssumeRoleWithWebIdentity",
        status: 200,
        code: null,
        roleArn: roleArn("Payments"),
        providerArn: `arn:aws:iam::${ACCOUNT}:oidc-provider/${bench.issuer.url.slice(7)}`,
        roleSessionName: "ada@example.com",
        sessionTags: { team: "payments" },
        transitiveTagKeys: ["team"],
        sourceIdentity: "ada@example.com",
        requestedDurationSeconds: 900,
        durationSeconds: 900,
        subject: "ada",
        claims: { sub: "ada" },
      },
    ]);
    expect(JSON.stringify(bench.aws.requests())).not.toContain(token);
    expect(JSON.stringify(bench.aws.requests())).not.toContain(answer.Credentials?.SecretAccessKey);
  });

  it("may have tags in the flat form", async () => {
    await bench.assume({ role: "Payments", claims: { [`${TAGS}/principal_tags/team`]: "payments" } });
    expect(bench.aws.requests()[0]?.sessionTags).toEqual({ team: "payments" });
  });

  it("is still good within five minutes of its end", async () => {
    const now = Math.floor(Date.now() / 1000);
    expect(await bench.assume({ claims: { exp: now - 290 } })).toHaveProperty("Credentials");
  });
});

describe("trust policies", () => {
  it.each([
    ["a role that does not exist", { role: "Nobody" }],
    ["a role that trusts another kind of caller", { role: "Hub" }],
    ["tags without sts:TagSession", { role: "Plain", claims: { [`${TAGS}/principal_tags/team`]: "payments" } }],
    [
      "a source identity without sts:SetSourceIdentity",
      { role: "Plain", claims: { "https://aws.amazon.com/source_identity": "ada" } },
    ],
    ["a condition that does not hold", { role: "Payments", claims: { [`${TAGS}/principal_tags/team`]: "platform" } }],
  ])("refuse %s, with one and the same text", async (_, change) => {
    await expect(bench.assume(change)).rejects.toMatchObject(
      refused("AccessDenied", "Not authorized to perform sts:AssumeRoleWithWebIdentity", 403),
    );
  });
});

describe("parameters", () => {
  it("are all checked before the token, and reported together", async () => {
    await expect(bench.assume({ name: "a b", seconds: 899, token: "x" })).rejects.toMatchObject(
      refused(
        "ValidationError",
        expect.stringMatching(
          /^3 validation errors detected: .*Value 'a b' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: \[\\w\+=,\.@-\]\*/,
        ),
      ),
    );
  });

  it("may not ask for longer than the role allows", async () => {
    await expect(bench.assume({ role: "Plain", seconds: 3601 })).rejects.toMatchObject(
      refused("ValidationError", "The requested DurationSeconds exceeds the MaxSessionDuration set for this role."),
    );
  });

  it.each(["900.0", " 900 ", "9e2"])("may not have %j for an integer", async (seconds) => {
    const body = new URLSearchParams({
      Action: "AssumeRoleWithWebIdentity",
      Version: "2011-06-15",
      DurationSeconds: seconds,
    });
    const response = await fetch(bench.aws.url, { method: "POST", body });
    expect(response.status).toBe(400);
    expect(response.headers.get("content-type")).toBe("text/xml");
    expect(await response.text()).toMatch(
      /<ErrorResponse xmlns="https:\/\/sts.amazonaws.com\/doc\/2011-06-15\/">\s*<Error>\s*<Type>Sender<\/Type>\s*<Code>MalformedInput<\/Code>[\s\S]*<\/Error>\s*<RequestId>/,
    );
  });

  it("may hold a session policy that IAM would take, and no other", async () => {
    const policy = JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "s3:*", Resource: "*" }],
    });
    expect(await bench.assume({ policy })).toMatchObject({ PackedPolicySize: expect.any(Number) });
    await expect(bench.assume({ policy: "{}" })).rejects.toMatchObject(
      refused("MalformedPolicyDocument", "Syntax errors in policy."),
    );
    await expect(bench.assume({ policy: "{" })).rejects.toMatchObject(
      refused("MalformedPolicyDocument", "This policy contains invalid Json"),
    );
  });

  it("may not hold more tags than fit", async () => {
    const noise = (length: number) => Array.from({ length }, () => Math.random().toString(36).charAt(3)).join("");
    const tags = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`key-${index}`, [noise(200)]]));
    await expect(bench.assume({ claims: { [TAGS]: { principal_tags: tags } } })).rejects.toMatchObject(
      refused("PackedPolicyTooLarge", expect.any(String)),
    );
  });
});

it("follows the issuer's keys when they rotate, and otherwise does not ask again", async () => {
  await bench.assume();
  const before = bench.issuer.keyRequests();
  await bench.assume();
  expect(bench.issuer.keyRequests()).toBe(before);
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  await bench.issuer.rotate();
  await bench.assume();
  expect(bench.issuer.keyRequests()).toBe(before + 1);
});

it("takes less than ten milliseconds of processor time a call, the client in the same process included", async () => {
  const token = await bench.issuer.sign();
  const body = new URLSearchParams({
    Action: "AssumeRoleWithWebIdentity",
    Version: "2011-06-15",
    RoleArn: roleArn("team/Developer"),
    RoleSessionName: "ada",
    WebIdentityToken: token,
  }).toString();
  const headers = { "Content-Type": "application/x-www-form-urlencoded" };
  const call = async () => (await fetch(bench.aws.url, { method: "POST", body, headers })).text();
  await call();
  const before = process.cpuUsage();
  const worker = async () => {
    for (let round = 0; round < 50; round += 1) await call();
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000 / 400).toBeLessThan(10);
});
