import {
  AssumeRoleCommand,
  type AssumeRoleCommandInput,
  type Credentials,
  GetFederationTokenCommand,
  STSClient,
} from "@aws-sdk/client-sts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type RunningAws, startAws } from "./start-aws";
import { metadataXml } from "./test-assertion";
import { runAws } from "./test-cli";
import { ACCOUNT, describeAccount, roleArn, userKeys } from "./test-organisation";

/** Each `aws` takes a second to start, on a busy machine several. */
const SLOW = { timeout: 60_000 };
let aws: RunningAws;
beforeAll(async () => {
  const accounts = [describeAccount("https://unused.example.com", { name: "corp", metadataXml })];
  aws = await startAws({ port: 0, mode: "parity", accounts });
});
afterAll(() => aws.close());

const sts = () => new STSClient({ region: "eu-west-1", endpoint: aws.url, credentials: userKeys });
async function assume(change: Partial<AssumeRoleCommandInput> = {}): Promise<Credentials | undefined> {
  const input = { RoleArn: roleArn("Hub"), RoleSessionName: "ada", ...change };
  return (await sts().send(new AssumeRoleCommand(input))).Credentials;
}
const managed = (name: string) => [{ arn: `arn:aws:iam::aws:policy/${name}` }];
const scope = (...denials: object[]): string =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }, ...denials],
  });
const run = (keys: Credentials | undefined, command: string, region?: string) =>
  runAws(aws.url, keys, command.split(" "), region);

const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/Hub/ada`;
const instance = z.object({ InstanceId: z.string(), State: z.object({ Name: z.string() }) });
const reservations = z.object({ Reservations: z.array(z.object({ Instances: z.array(instance) })) });
const listInstances = async (keys: Credentials | undefined) =>
  reservations.parse(await run(keys, "ec2 describe-instances")).Reservations.flatMap((each) => each.Instances);

describe("EC2", SLOW, () => {
  it("lets a reader look and not terminate", async () => {
    const reader = await assume({ PolicyArns: managed("ReadOnlyAccess") });
    const [first, second] = await listInstances(reader);
    const terminate = `ec2 terminate-instances --instance-ids ${first?.InstanceId}`;
    await expect(run(reader, terminate)).rejects.toThrow(
      `(UnauthorizedOperation) when calling the TerminateInstances operation: You are not authorized to perform this operation. User: ${SESSION} is not authorized to perform: ec2:TerminateInstances on resource: arn:aws:ec2:eu-west-1:${ACCOUNT}:instance/${first?.InstanceId} because no session policy allows the ec2:TerminateInstances action`,
    );
    expect(aws.requests().at(-1)).toMatchObject({ service: "ec2", region: "eu-west-1", status: 403 });
    expect(await listInstances(reader)).toEqual([first, second]);
  });

  it("terminates for who may, but not when only asked whether it would", async () => {
    const all = await assume();
    const [first, second] = await listInstances(all);
    const terminate = `ec2 terminate-instances --instance-ids ${second?.InstanceId}`;
    await expect(run(all, `${terminate} --dry-run`)).rejects.toThrow("(DryRunOperation)");
    await run(all, terminate);
    const gone = { ...second, State: { Name: "terminated" } };
    expect(await listInstances(all)).toEqual([{ ...first, State: { Name: "running" } }, gone]);
    await fetch(`${aws.url}/__sandbox/instances`, { method: "DELETE" });
    expect(await listInstances(all)).toEqual([first, second]);
  });

  it("is out of reach in another Region for a session that is held to one", async () => {
    const elsewhere = { StringNotEquals: { "aws:RequestedRegion": "eu-west-1" } };
    const keys = await assume({ Policy: scope({ Effect: "Deny", Action: "*", Resource: "*", Condition: elsewhere }) });
    const look = (region: string) => run(keys, "ec2 describe-instances", region);
    await Promise.all([
      expect(look("eu-west-1")).resolves.toHaveProperty("Reservations"),
      expect(look("us-east-1")).rejects.toThrow("with an explicit deny in a session policy"),
    ]);
  });

  it("does not know keys that AWS does not know, in its own words", async () => {
    const keys = await assume();
    const wrong = keys && { ...keys, SecretAccessKey: "wrong" };
    await expect(run(wrong, "ec2 describe-instances")).rejects.toThrow("(AuthFailure)");
  });
});

describe("S3", SLOW, () => {
  it("lists the buckets for who may list them", async () => {
    const reader = await assume({ PolicyArns: managed("AmazonS3ReadOnlyAccess") });
    const accountant = await assume({ PolicyArns: managed("job-function/Billing") });
    await Promise.all([
      expect(run(reader, "s3api list-buckets")).resolves.toMatchObject({
        Buckets: [{ Name: `payments-prod-data-${ACCOUNT}` }, { Name: `payments-prod-logs-${ACCOUNT}` }],
      }),
      expect(run(accountant, "s3api list-buckets")).rejects.toThrow(
        `(AccessDenied) when calling the ListBuckets operation: User: ${SESSION} is not authorized to perform: s3:ListAllMyBuckets because no session policy allows the s3:ListAllMyBuckets action`,
      ),
    ]);
  });

  it("is open to a session that is held to an address only from that address", async () => {
    const away = (address: string) => ({
      Effect: "Deny",
      Action: "*",
      Resource: "*",
      Condition: { NotIpAddress: { "aws:SourceIp": address } },
    });
    const [here, there] = [
      await assume({ Policy: scope(away("127.0.0.1")) }),
      await assume({ Policy: scope(away("192.0.2.7")) }),
    ];
    await Promise.all([
      expect(run(here, "s3api list-buckets")).resolves.toHaveProperty("Buckets"),
      expect(run(there, "s3api list-buckets")).rejects.toThrow("(AccessDenied)"),
    ]);
  });

  it("gives a federated user what its policies allow, and nothing without any", async () => {
    const federate = async (name?: string) => {
      const PolicyArns = name === undefined ? undefined : managed(name);
      return (await sts().send(new GetFederationTokenCommand({ Name: "ada", PolicyArns }))).Credentials;
    };
    const [bare, reader] = [await federate(), await federate("AmazonS3ReadOnlyAccess")];
    await Promise.all([
      expect(run(bare, "s3api list-buckets")).rejects.toThrow(`federated-user/ada is not authorized`),
      expect(run(reader, "s3api list-buckets")).resolves.toHaveProperty("Buckets"),
    ]);
  });
});

describe("IAM", SLOW, () => {
  it("is closed to a session whose policy denies it, and says so", async () => {
    const keys = await assume({ Policy: scope({ Effect: "Deny", Action: "iam:*", Resource: "*" }) });
    await Promise.all([
      expect(run(keys, "iam get-role --role-name Hub")).rejects.toThrow(
        `User: ${SESSION} is not authorized to perform: iam:GetRole on resource: role Hub with an explicit deny in a session policy`,
      ),
      expect(run(keys, "iam list-roles")).rejects.toThrow("(AccessDenied)"),
    ]);
    expect(aws.requests().at(-1)).toMatchObject({ service: "iam", status: 403, code: "AccessDenied" });
  });
});
