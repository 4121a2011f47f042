import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { type AssumeRoleCommandInput, GetFederationTokenCommand, GetSessionTokenCommand } from "@aws-sdk/client-sts";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Keys, signCalls, toKeys } from "./sign-calls";
import { type RunningAws, startAws } from "./start-aws";
import { metadataXml } from "./test-assertion";
import { ACCOUNT, describeAccount, roleArn, userKeys } from "./test-organisation";

let aws: RunningAws;
beforeAll(async () => {
  const accounts = [describeAccount("https://unused.example.com", { name: "corp", metadataXml })];
  aws = await startAws({ port: 0, mode: "parity", accounts });
});
afterAll(() => aws.close());
afterEach(() => aws.clearFaults());

const calls = signCalls(() => aws.url);
const client = (keys: Keys = userKeys) => calls.client(keys);
const identify = (keys: Keys = userKeys) => calls.identify(keys);
const assume = (change: Partial<AssumeRoleCommandInput> = {}, keys: Keys = userKeys) =>
  calls.assume(keys, { RoleArn: roleArn("Hub"), RoleSessionName: "portal", ...change });

describe("GetCallerIdentity", () => {
  it("knows a user by the key, and a role session by its credentials", async () => {
    expect(await identify()).toMatchObject({ Account: ACCOUNT, Arn: `arn:aws:iam::${ACCOUNT}:user/portal` });
    const { Credentials: credentials } = await assume();
    expect(await identify(toKeys(credentials))).toMatchObject({
      Arn: `arn:aws:sts::${ACCOUNT}:assumed-role/Hub/portal`,
      UserId: expect.stringMatching(/^AROA[A-Z2-7]{17}:portal$/),
    });
  });

  it("refuses a wrong secret, an unknown key, another's token and credentials that expired", async () => {
    const keys = toKeys((await assume()).Credentials);
    const denied = (name: string) => ({ name, $metadata: expect.objectContaining({ httpStatusCode: 403 }) });
    await expect(identify({ ...keys, secretAccessKey: "wrong" })).rejects.toMatchObject(
      denied("SignatureDoesNotMatch"),
    );
    await expect(identify({ ...keys, accessKeyId: "ASIAUNKNOWN" })).rejects.toMatchObject(
      denied("InvalidClientTokenId"),
    );
    await expect(identify({ ...keys, sessionToken: "other" })).rejects.toMatchObject(denied("InvalidClientTokenId"));
    aws.orderFaults({ kind: "skew", skewMs: 3_601_000 });
    await expect(identify(keys)).rejects.toMatchObject({ name: expect.stringMatching(/^ExpiredToken/) });
  });

  it("refuses a request without a signature, and one signed long ago", async () => {
    const body = new URLSearchParams({ Action: "GetCallerIdentity", Version: "2011-06-15" });
    const response = await fetch(aws.url, { method: "POST", body });
    expect(response.status).toBe(403);
    expect(await response.text()).toContain("<Code>MissingAuthenticationToken</Code>");
    aws.orderFaults({ kind: "skew", skewMs: 600_000 });
    await expect(identify()).rejects.toThrow("Signature expired");
  });

  it("accepts what Debian's aws signs", async () => {
    const keys = toKeys((await assume()).Credentials);
    const env: NodeJS.ProcessEnv = {
      NODE_ENV: "test",
      PATH: process.env.PATH ?? "",
      HOME: "/nonexistent",
      AWS_ACCESS_KEY_ID: keys.accessKeyId,
      AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
      AWS_SESSION_TOKEN: keys.sessionToken,
      AWS_DEFAULT_REGION: "eu-west-1",
    };
    const run = promisify(execFile);
    const { stdout } = await run(
      "/usr/bin/aws",
      ["sts", "get-caller-identity", "--endpoint-url", aws.url, "--output", "json"],
      { env },
    );
    expect(JSON.parse(stdout)).toMatchObject({ Arn: `arn:aws:sts::${ACCOUNT}:assumed-role/Hub/portal` });
  });
});

describe("AssumeRole", () => {
  it("carries tags and source identity, and hands transitive ones on", async () => {
    const tagged = { Tags: [{ Key: "team", Value: "payments" }], TransitiveTagKeys: ["team"], SourceIdentity: "ada" };
    const first = await assume(tagged);
    const second = await assume({ RoleSessionName: "second" }, toKeys(first.Credentials));
    expect(second.SourceIdentity).toBe("ada");
    expect(aws.requests().at(-1)).toMatchObject({
      sessionTags: { team: "payments" },
      callerArn: first.AssumedRoleUser?.Arn,
    });
    await expect(assume(tagged, toKeys(first.Credentials))).rejects.toMatchObject({ name: "ValidationError" });
  });

  it("is limited to an hour when the caller is a role itself, or has a session token", async () => {
    const message =
      "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.";
    const role = toKeys((await assume({ DurationSeconds: 14_400 })).Credentials);
    await expect(assume({ DurationSeconds: 3601 }, role)).rejects.toThrow(message);
    const session = toKeys((await client().send(new GetSessionTokenCommand())).Credentials);
    await expect(assume({ DurationSeconds: 3601 }, session)).rejects.toThrow(message);
  });

  it("confused deputy: needs the external id that the role asks for", async () => {
    const RoleArn = roleArn("Vendor");
    await expect(assume({ RoleArn })).rejects.toMatchObject({
      name: "AccessDenied",
      message: `User: arn:aws:iam::${ACCOUNT}:user/portal is not authorized to perform: sts:AssumeRole on resource: ${RoleArn}`,
    });
    await expect(assume({ RoleArn, ExternalId: "customer-8" })).rejects.toMatchObject({ name: "AccessDenied" });
    expect(await assume({ RoleArn, ExternalId: "customer-7" })).toHaveProperty("Credentials");
  });

  it("needs a second factor where the role asks for one", async () => {
    const RoleArn = roleArn("Guarded");
    const mfa = { SerialNumber: `arn:aws:iam::${ACCOUNT}:mfa/portal`, TokenCode: "123456" };
    await expect(assume({ RoleArn })).rejects.toMatchObject({ name: "AccessDenied" });
    await expect(assume({ RoleArn, ...mfa, TokenCode: "654321" })).rejects.toThrow("invalid MFA one time pass code");
    expect(await assume({ RoleArn, ...mfa })).toHaveProperty("Credentials");
    const session = await client().send(new GetSessionTokenCommand(mfa));
    expect(await assume({ RoleArn }, toKeys(session.Credentials))).toHaveProperty("Credentials");
  });
});

describe("the age of a second factor", () => {
  it("counts from GetSessionToken on, and is nought with a code", async () => {
    const RoleArn = roleArn("Fresh");
    const mfa = { SerialNumber: `arn:aws:iam::${ACCOUNT}:mfa/portal`, TokenCode: "123456" };
    await expect(assume({ RoleArn })).rejects.toMatchObject({ name: "AccessDenied" });
    expect(await assume({ RoleArn, ...mfa })).toHaveProperty("Credentials");
    const bare = toKeys((await client().send(new GetSessionTokenCommand())).Credentials);
    await expect(assume({ RoleArn }, bare)).rejects.toMatchObject({ name: "AccessDenied" });
    aws.orderFaults({ kind: "skew", skewMs: -240_000 });
    const earlier = toKeys((await client().send(new GetSessionTokenCommand(mfa))).Credentials);
    expect(await assume({ RoleArn }, earlier)).toHaveProperty("Credentials");
    aws.clearFaults();
    await expect(assume({ RoleArn }, earlier)).rejects.toMatchObject({ name: "AccessDenied" });
  });
});

describe("GetSessionToken and GetFederationToken", () => {
  it("are for a user's own key only", async () => {
    const role = client(toKeys((await assume()).Credentials));
    await expect(role.send(new GetSessionTokenCommand())).rejects.toThrow(
      "Cannot call GetSessionToken with session credentials",
    );
    await expect(role.send(new GetFederationTokenCommand({ Name: "ada" }))).rejects.toThrow(
      "Cannot call GetFederationToken with session credentials",
    );
  });

  it("give up to 36 hours, as the user or as a federated user", async () => {
    const answer = await client().send(new GetFederationTokenCommand({ Name: "ada", DurationSeconds: 129_600 }));
    expect(answer.FederatedUser).toEqual({
      Arn: `arn:aws:sts::${ACCOUNT}:federated-user/ada`,
      FederatedUserId: `${ACCOUNT}:ada`,
    });
    expect(await identify(toKeys(answer.Credentials))).toMatchObject({ UserId: `${ACCOUNT}:ada` });
    await expect(client().send(new GetSessionTokenCommand({ DurationSeconds: 129_601 }))).rejects.toThrow("129600");
  });
});

describe("faults", () => {
  it("throttle, fail, slow down and drop as many calls as they were told, of the action they were told", async () => {
    aws.orderFaults({ kind: "throttle", action: "GetCallerIdentity", times: 1 });
    expect(await assume()).toHaveProperty("Credentials");
    await expect(identify()).rejects.toMatchObject({ name: "Throttling", $metadata: { httpStatusCode: 400 } });
    expect(await identify()).toHaveProperty("Arn");
    aws.orderFaults({ kind: "fail", times: 1 }, { kind: "drop", times: 1 }, { kind: "slow", delayMs: 100, times: 1 });
    await expect(identify()).rejects.toMatchObject({ name: "InternalFailure", $metadata: { httpStatusCode: 500 } });
    await expect(identify()).rejects.toThrow();
    const startedAt = performance.now();
    await identify();
    expect(performance.now() - startedAt).toBeGreaterThan(95);
  });

  it("are ordered over HTTP too, where requests are read and cleared", async () => {
    const order = (method: string, path: string, body?: object) =>
      fetch(`${aws.url}/__sandbox/${path}`, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
    expect((await order("POST", "faults", { kind: "nonsense" })).status).toBe(400);
    expect((await order("POST", "faults", [{ kind: "throttle", times: 1 }])).status).toBe(200);
    await order("DELETE", "requests");
    await expect(identify()).rejects.toMatchObject({ name: "Throttling" });
    const recorded: unknown = await (await order("GET", "requests")).json();
    expect(recorded).toMatchObject([{ action: "GetCallerIdentity", code: "Throttling", fault: true }]);
  });
});
