import {
  AssumeRoleCommand,
  type Credentials,
  GetFederationTokenCommand,
  GetSessionTokenCommand,
  STSClient,
} from "@aws-sdk/client-sts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type RunningAws, startAws } from "../start-aws";
import { metadataXml } from "../test-assertion";
import { runAws } from "../test-cli";
import { ACCOUNT, describeAccount, roleArn, userKeys } from "../test-organisation";

/** Each `aws` takes a second to start, on a busy machine several. */
const SLOW = { timeout: 60_000 };
let aws: RunningAws;
const description = describeAccount("https://unused.example.com", { name: "corp", metadataXml });
beforeAll(async () => {
  aws = await startAws({ port: 0, mode: "parity", accounts: [description] });
});
afterAll(() => aws.close());

const DEVICE = { SerialNumber: `arn:aws:iam::${ACCOUNT}:mfa/portal`, TokenCode: "123456" };
const own: Credentials = {
  AccessKeyId: userKeys.accessKeyId,
  SecretAccessKey: userKeys.secretAccessKey,
  SessionToken: undefined,
  Expiration: undefined,
};

const iam = (command: readonly string[], keys: Credentials | undefined = own) =>
  runAws(aws.url, keys, ["iam", ...command]);

const sts = () => new STSClient({ region: "eu-west-1", endpoint: aws.url, credentials: userKeys });

describe("GetRole", SLOW, () => {
  it("tells Debian's aws the role with its path, its session maximum and the trust policy as it was written", async () => {
    const developer = description.roles.find((role) => role.name === "team/Developer");
    expect(await iam(["get-role", "--role-name", "Developer"])).toEqual({
      Role: {
        Path: "/team/",
        RoleName: "Developer",
        RoleId: expect.stringMatching(/^AROA[A-Z2-7]{17}$/),
        Arn: roleArn("team/Developer"),
        CreateDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        AssumeRolePolicyDocument: developer?.trustPolicy,
        MaxSessionDuration: 43_200,
      },
    });
    expect(aws.requests().at(-1)).toMatchObject({
      service: "iam",
      action: "GetRole",
      roleArn: roleArn("team/Developer"),
      callerArn: `arn:aws:iam::${ACCOUNT}:user/portal`,
      status: 200,
    });
  });

  it("answers 404 NoSuchEntity for a role that is not there", async () => {
    await expect(iam(["get-role", "--role-name", "Nobody"])).rejects.toThrow(
      "(NoSuchEntity) when calling the GetRole operation: The role with name Nobody cannot be found.",
    );
    expect(aws.requests().at(-1)).toMatchObject({ status: 404, code: "NoSuchEntity" });
  });

  it("does not know credentials of GetFederationToken, nor those of GetSessionToken without a second factor", async () => {
    const federated = await sts().send(new GetFederationTokenCommand({ Name: "ada" }));
    const bare = await sts().send(new GetSessionTokenCommand());
    const session = await sts().send(new GetSessionTokenCommand(DEVICE));
    const ask = (answer: { Credentials?: Credentials | undefined }) =>
      iam(["get-role", "--role-name", "Hub"], answer.Credentials);
    await Promise.all([
      expect(ask(federated)).rejects.toThrow("(InvalidClientTokenId)"),
      expect(ask(bare)).rejects.toThrow("(InvalidClientTokenId)"),
      expect(ask(session)).resolves.toHaveProperty("Role"),
    ]);
  });

  it("is refused to a wrong key, and to a signature for another service", async () => {
    const wrong = { ...own, SecretAccessKey: "wrong" };
    await expect(iam(["get-role", "--role-name", "Hub"], wrong)).rejects.toThrow("(SignatureDoesNotMatch)");
    const response = await fetch(aws.url, {
      method: "POST",
      body: new URLSearchParams({ Action: "GetRole", Version: "2010-05-08", RoleName: "Hub" }),
      headers: {
        authorization:
          "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260101/us-east-1/sts/aws4_request, SignedHeaders=host, Signature=0",
      },
    });
    // Scoped to STS, the call is STS's, which has no such operation.
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining("InvalidAction")]);
  });
});

describe("GetUser", SLOW, () => {
  it("tells a user about itself, also after GetSessionToken with a second factor, and about another by name", async () => {
    const self = { User: { UserName: "portal", Arn: `arn:aws:iam::${ACCOUNT}:user/portal` } };
    expect(await iam(["get-user"])).toMatchObject(self);
    const session = await sts().send(new GetSessionTokenCommand(DEVICE));
    expect(await iam(["get-user"], session.Credentials)).toMatchObject(self);
    const { Credentials: role } = await sts().send(
      new AssumeRoleCommand({ RoleArn: roleArn("Hub"), RoleSessionName: "portal" }),
    );
    expect(await iam(["get-user", "--user-name", "portal"], role)).toMatchObject(self);
    await expect(iam(["get-user"], role)).rejects.toThrow("Must specify userName");
    await expect(iam(["get-user", "--user-name", "nobody"], role)).rejects.toThrow("(NoSuchEntity)");
  });
});

describe("ListRoles", SLOW, () => {
  it("lists the account's roles by name, over as many pages as it takes", async () => {
    const names = (list: unknown) => z.object({ Roles: z.array(z.object({ RoleName: z.string() })) }).parse(list);
    const all = ["Developer", "Fresh", "Guarded", "Hub", "Payments", "Plain", "Saml", "Vendor"].map((RoleName) => ({
      RoleName,
    }));
    expect(names(await iam(["list-roles"])).Roles).toEqual(all);
    aws.clearRequests();
    expect(names(await iam(["list-roles", "--page-size", "3"])).Roles).toEqual(all);
    expect(aws.requests()).toHaveLength(3);
    expect(names(await iam(["list-roles", "--path-prefix", "/team/"])).Roles).toEqual([{ RoleName: "Developer" }]);
  });
});
