import {
  AssumeRoleCommand,
  type AssumeRoleCommandInput,
  type Credentials,
  GetFederationTokenCommand,
  STSClient,
} from "@aws-sdk/client-sts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AwsAccountDescription, UserDescription } from "./description";
import { type RunningAws, startAws } from "./start-aws";

const [HOME, OTHER] = ["111111111111", "222222222222"] as const;
const ALL = ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"];
const on = (account: string, name: string): string => `arn:aws:iam::${account}:role/${name}`;
const userArn = (name: string): string => `arn:aws:iam::${HOME}:user/${name}`;
const document = (...statements: object[]): object => ({ Version: "2012-10-17", Statement: statements });
const allow = (Action: readonly string[], Resource = "*"): object => ({ Effect: "Allow", Action, Resource });
const trust = (AWS: string | readonly string[]): object =>
  document({ Effect: "Allow", Principal: { AWS }, Action: ALL });

const user = (name: string, ...statements: object[]): UserDescription => ({
  name,
  accessKeyId: `AKIA${name.toUpperCase().padEnd(16, "X")}`,
  secretAccessKey: `secret-of-${name}`,
  permissions: document(...statements),
});
const USERS = {
  able: user("able", allow(ALL)),
  powerless: user("powerless", allow(["s3:*"])),
  untagged: user("untagged", allow(["sts:AssumeRole"])),
  barred: user("barred", allow(["*"]), { Effect: "Deny", Action: "sts:AssumeRole", Resource: on(HOME, "Named") }),
  narrow: user("narrow", allow(ALL, on(OTHER, "Open"))),
} as const;
const named = Object.values(USERS).map(({ name }) => userArn(name));

const ACCOUNTS: readonly AwsAccountDescription[] = [
  {
    id: HOME,
    name: "home",
    users: Object.values(USERS),
    roles: [
      { name: "Open", trustPolicy: trust(HOME) },
      { name: "Named", trustPolicy: trust(named) },
      { name: "Hub", trustPolicy: trust(HOME), permissions: document(allow(["sts:AssumeRole"], on(OTHER, "Open"))) },
    ],
  },
  {
    id: OTHER,
    name: "other",
    roles: ["Open", "Closed"].map((name) => ({ name, trustPolicy: trust([HOME, ...named]) })),
  },
];

let aws: RunningAws;
beforeAll(async () => {
  aws = await startAws({ port: 0, mode: "parity", accounts: ACCOUNTS });
});
afterAll(() => aws.close());

type Keys = { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
const client = (keys: Keys) =>
  new STSClient({ region: "eu-west-1", endpoint: aws.url, maxAttempts: 1, credentials: { ...keys } });
const assume = (keys: Keys, RoleArn: string, change: Partial<AssumeRoleCommandInput> = {}) =>
  client(keys).send(new AssumeRoleCommand({ RoleArn, RoleSessionName: "portal", ...change }));
const toKeys = (c: Credentials | undefined): Keys => ({
  accessKeyId: c?.AccessKeyId ?? "",
  secretAccessKey: c?.SecretAccessKey ?? "",
  sessionToken: c?.SessionToken ?? "",
});
const denied = { name: "AccessDenied", $metadata: { httpStatusCode: 403 } };

describe("a caller's own permission to assume a role", () => {
  it("is needed when the role trusts the caller's account as a whole", async () => {
    expect(await assume(USERS.able, on(HOME, "Open"))).toHaveProperty("Credentials");
    await expect(assume(USERS.powerless, on(HOME, "Open"))).rejects.toMatchObject({
      ...denied,
      message: `User: ${userArn("powerless")} is not authorized to perform: sts:AssumeRole on resource: ${on(HOME, "Open")}`,
    });
    expect(aws.requests().at(-1)?.denial).toContain("sts:AssumeRole");
  });

  it("is not needed within the account when the role names the caller, unless it is denied", async () => {
    expect(await assume(USERS.powerless, on(HOME, "Named"))).toHaveProperty("Credentials");
    await expect(assume(USERS.barred, on(HOME, "Named"))).rejects.toMatchObject(denied);
  });

  it("is needed across accounts although the role names the caller", async () => {
    await expect(assume(USERS.powerless, on(OTHER, "Open"))).rejects.toMatchObject(denied);
    expect(await assume(USERS.narrow, on(OTHER, "Open"))).toHaveProperty("Credentials");
    await expect(assume(USERS.narrow, on(OTHER, "Closed"))).rejects.toMatchObject(denied);
  });

  it("covers tags and the source identity, each by an action of its own", async () => {
    const role = on(HOME, "Open");
    expect(await assume(USERS.untagged, role)).toHaveProperty("Credentials");
    const tagged = { Tags: [{ Key: "team", Value: "payments" }] };
    await expect(assume(USERS.untagged, role, tagged)).rejects.toMatchObject(denied);
    expect(await assume(USERS.able, role, tagged)).toHaveProperty("Credentials");
    await expect(assume(USERS.untagged, role, { SourceIdentity: "ada" })).rejects.toMatchObject(denied);
    expect(await assume(USERS.able, role, { SourceIdentity: "ada" })).toHaveProperty("Credentials");
  });

  it("is the role's when a role calls, narrowed by the session's policies, and changes with the role", async () => {
    const hub = toKeys((await assume(USERS.able, on(HOME, "Hub"))).Credentials);
    expect(await assume(hub, on(OTHER, "Open"))).toHaveProperty("Credentials");
    await expect(assume(hub, on(OTHER, "Closed"))).rejects.toMatchObject(denied);
    const Policy = JSON.stringify(document(allow(["s3:*"])));
    const narrowed = toKeys((await assume(USERS.able, on(HOME, "Hub"), { Policy })).Credentials);
    await expect(assume(narrowed, on(OTHER, "Open"))).rejects.toMatchObject(denied);
    const order = { roleArn: on(HOME, "Hub"), permissions: document(allow(["s3:*"])) };
    await fetch(`${aws.url}/__sandbox/roles`, { method: "PUT", body: JSON.stringify(order) });
    await expect(assume(hub, on(OTHER, "Open"))).rejects.toMatchObject(denied);
  });

  it("is asked for GetFederationToken too", async () => {
    await expect(client(USERS.powerless).send(new GetFederationTokenCommand({ Name: "ada" }))).rejects.toMatchObject(
      denied,
    );
    expect(await client(USERS.barred).send(new GetFederationTokenCommand({ Name: "ada" }))).toHaveProperty(
      "Credentials",
    );
  });
});

it("refuses to start with permissions that IAM would not take", async () => {
  const accounts = [{ id: HOME, name: "home", roles: [], users: [user("wrong", { Effect: "Allow" })] }];
  await expect(startAws({ port: 0, mode: "parity", accounts })).rejects.toThrow("must contain actions");
});
