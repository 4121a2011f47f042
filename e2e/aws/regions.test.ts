import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type RunningAws, startAws } from "./start-aws";
import { metadataXml } from "./test-assertion";
import { runAws } from "./test-cli";
import { ACCOUNT, describeAccount, roleArn, userKeys } from "./test-organisation";

const CHINESE = { id: "222222222222", name: "china", partition: "aws-cn", roles: [] } as const;
const chineseKeys = { accessKeyId: "AKIACHINACHINACHINA1", secretAccessKey: "a-secret-of-the-chinese-user" };

let aws: RunningAws;
beforeAll(async () => {
  const accounts = [
    describeAccount("https://unused.example.com", { name: "corp", metadataXml }),
    { ...CHINESE, users: [{ name: "portal", ...chineseKeys }] },
  ];
  aws = await startAws({ port: 0, mode: "parity", accounts });
});
afterAll(() => aws.close());
afterEach(() => order("DELETE"));

const order = (method: string, regions?: object) =>
  fetch(`${aws.url}/__sandbox/regions`, { method, ...(regions ? { body: JSON.stringify(regions) } : {}) });

function client(region: string, { credentials = userKeys, signFor = region, requestTimeout = 30_000 } = {}) {
  const endpoint = `${aws.url}/regions/${region}`;
  const requestHandler = { requestTimeout, throwOnRequestTimeout: true };
  return new STSClient({ region: signFor, endpoint, credentials, maxAttempts: 1, requestHandler });
}
const identify = (sts: STSClient) => sts.send(new GetCallerIdentityCommand());

describe("STS of a Region", () => {
  it("answers as the global endpoint does, and the record says which Region was called", async () => {
    expect(await identify(client("eu-central-1"))).toMatchObject({ Account: ACCOUNT });
    expect(aws.requests().at(-1)).toMatchObject({ service: "sts", region: "eu-central-1" });
  });

  it("takes signatures for itself only", async () => {
    await expect(identify(client("eu-central-1", { signFor: "eu-west-1" }))).rejects.toMatchObject({
      name: "SignatureDoesNotMatch",
      message: "Credential should be scoped to a valid region, not 'eu-west-1'.",
    });
  });

  it("does not exist where there is no such Region", async () => {
    const body = new URLSearchParams({ Action: "GetCallerIdentity", Version: "2011-06-15" });
    expect((await fetch(`${aws.url}/regions/nowhere/`, { method: "POST", body })).status).toBe(404);
  });
});

describe("a Region that is out of order", () => {
  it("cuts the connection, or never answers, or answers 503, while the others go on", async () => {
    await order("PUT", { "eu-west-1": "refuse", "eu-west-2": "hang", "eu-west-3": "error" });
    await expect(identify(client("eu-west-1"))).rejects.toMatchObject({ code: "ECONNRESET" });
    await expect(identify(client("eu-west-2", { requestTimeout: 300 }))).rejects.toMatchObject({
      name: "TimeoutError",
    });
    await expect(identify(client("eu-west-3"))).rejects.toMatchObject({
      name: "ServiceUnavailable",
      $metadata: { httpStatusCode: 503 },
    });
    expect(aws.requests().slice(-3)).toMatchObject([
      { region: "eu-west-1", status: 0, fault: true },
      { region: "eu-west-2", status: 0, fault: true },
      { region: "eu-west-3", status: 503, fault: true },
    ]);
    expect(await identify(client("eu-central-1"))).toHaveProperty("Arn");
    await order("DELETE");
    expect(await identify(client("eu-west-1"))).toHaveProperty("Arn");
  });

  it("is refused as an order when it is none, or in a way that does not exist", async () => {
    expect((await order("PUT", { nowhere: "refuse" })).status).toBe(400);
    expect((await order("PUT", { "eu-west-1": "slow" })).status).toBe(400);
  });
});

describe("partitions", () => {
  it("do not know each other's keys in other services either, each in its words", async () => {
    const keys = { AccessKeyId: userKeys.accessKeyId, SecretAccessKey: userKeys.secretAccessKey };
    const run = (command: string) => runAws(aws.url, keys, command.split(" "), "cn-north-1");
    await Promise.all([
      expect(run("ec2 describe-instances")).rejects.toThrow("(AuthFailure)"),
      expect(run("s3api list-buckets")).rejects.toThrow("(InvalidAccessKeyId)"),
      expect(run("iam get-user")).rejects.toThrow("(InvalidClientTokenId)"),
    ]);
    const chinese = { AccessKeyId: chineseKeys.accessKeyId, SecretAccessKey: chineseKeys.secretAccessKey };
    const user = await runAws(aws.url, chinese, ["iam", "get-user"], "cn-north-1");
    expect(user).toMatchObject({ User: { Arn: `arn:aws-cn:iam::${CHINESE.id}:user/portal` } });
  }, 30_000);

  it("do not know each other's keys", async () => {
    const unknown = { name: "InvalidClientTokenId", $metadata: { httpStatusCode: 403 } };
    await expect(identify(client("cn-north-1"))).rejects.toMatchObject(unknown);
    await expect(identify(client("eu-west-1", { credentials: chineseKeys }))).rejects.toMatchObject(unknown);
    expect(await identify(client("cn-north-1", { credentials: chineseKeys }))).toMatchObject({ Account: CHINESE.id });
  });

  it("do not know each other's roles, whoever asks", async () => {
    const RoleArn = `arn:aws-cn:iam::${CHINESE.id}:role/Developer`;
    const assume = client("eu-west-1").send(new AssumeRoleCommand({ RoleArn, RoleSessionName: "portal" }));
    await expect(assume).rejects.toMatchObject({ name: "InvalidClientTokenId" });
    const unsigned = async (region: string, parameters: Record<string, string>) => {
      const body = new URLSearchParams({ Version: "2011-06-15", ...parameters });
      return (await fetch(`${aws.url}/regions/${region}/`, { method: "POST", body })).text();
    };
    const web = { Action: "AssumeRoleWithWebIdentity", RoleSessionName: "ada", WebIdentityToken: "a.b.c" };
    expect(await unsigned("eu-west-1", { ...web, RoleArn })).toContain("No OpenIDConnect provider found");
    const saml = { Action: "AssumeRoleWithSAML", PrincipalArn: `arn:aws:iam::${ACCOUNT}:saml-provider/corp` };
    const answer = await unsigned("us-gov-west-1", { ...saml, SAMLAssertion: "PHg+", RoleArn: roleArn("Saml") });
    expect(answer).toContain("<Code>InvalidIdentityToken</Code>");
  });
});
