import { AssumeRoleCommand, type AssumeRoleCommandInput, type Credentials, STSClient } from "@aws-sdk/client-sts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AwsAccountDescription } from "./description";
import { type RunningAws, startAws } from "./start-aws";
import { userKeys } from "./test-organisation";

const [HOME, OTHER] = ["111111111111", "222222222222"] as const;
const HUB = `arn:aws:iam::${HOME}:role/portal/Hub`;
const on = (name: string): string => `arn:aws:iam::${OTHER}:role/${name}`;
const ALL = ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"];
const trust = (AWS: string, Action: readonly string[], Condition: object = {}): object => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { AWS }, Action, Condition }],
});
const ofTeam = { StringEquals: { "aws:PrincipalTag/team": "payments", "sts:SourceIdentity": "ada" } };

const ACCOUNTS: readonly AwsAccountDescription[] = [
  {
    id: HOME,
    name: "home",
    users: [{ name: "portal", ...userKeys }],
    roles: [{ name: "portal/Hub", maxSessionDurationSeconds: 43_200, trustPolicy: trust(HOME, ALL) }],
  },
  {
    id: OTHER,
    name: "other",
    roles: [
      { name: "Spoke", maxSessionDurationSeconds: 43_200, trustPolicy: trust(HUB, ALL, ofTeam) },
      { name: "Third", trustPolicy: trust(on("Spoke"), ALL) },
      { name: "NoIdentity", trustPolicy: trust(HUB, ["sts:AssumeRole", "sts:TagSession"]) },
      { name: "NoTags", trustPolicy: trust(HUB, ["sts:AssumeRole", "sts:SetSourceIdentity"]) },
      { name: "UserOnly", trustPolicy: trust(`arn:aws:iam::${HOME}:user/portal`, ALL) },
    ],
  },
];

let aws: RunningAws;
beforeAll(async () => {
  aws = await startAws({ port: 0, mode: "parity", accounts: ACCOUNTS });
});
afterAll(() => aws.close());

type Input = Partial<AssumeRoleCommandInput>;
async function assume(RoleArn: string, input: Input, caller?: Credentials): Promise<Credentials | undefined> {
  const { AccessKeyId = "", SecretAccessKey = "", SessionToken = "" } = caller ?? {};
  const session = { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
  const credentials = caller === undefined ? userKeys : session;
  const client = new STSClient({ region: "eu-west-1", endpoint: aws.url, maxAttempts: 1, credentials });
  return (await client.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: "ada", ...input }))).Credentials;
}

const team = { Tags: [{ Key: "team", Value: "payments" }], TransitiveTagKeys: ["team"] };
const enterHub = (input: Input = { ...team, SourceIdentity: "ada" }) => assume(HUB, input);
const denied = { name: "AccessDenied", $metadata: { httpStatusCode: 403 } };

describe("a role that is assumed through another", () => {
  it("is assumed by the hub's session, and keeps the source identity and the transitive tags to the third role", async () => {
    const spoke = await assume(on("Spoke"), {}, await enterHub());
    expect(aws.requests().at(-1)).toMatchObject({
      callerArn: `arn:aws:sts::${HOME}:assumed-role/Hub/ada`,
      sourceIdentity: "ada",
      sessionTags: { team: "payments" },
      transitiveTagKeys: ["team"],
      assumedRoleArn: `arn:aws:sts::${OTHER}:assumed-role/Spoke/ada`,
    });
    await assume(on("Third"), {}, spoke);
    expect(aws.requests().at(-1)).toMatchObject({ sourceIdentity: "ada", sessionTags: { team: "payments" } });
  });

  it("drops tags that were not transitive, and takes further ones", async () => {
    const hub = await enterHub({ Tags: [{ Key: "team", Value: "payments" }], SourceIdentity: "ada" });
    await assume(on("Spoke"), { Tags: [{ Key: "reason", Value: "T-7" }] }, hub);
    expect(aws.requests().at(-1)).toMatchObject({ sessionTags: { reason: "T-7" }, transitiveTagKeys: [] });
  });

  it("is refused a transitive tag passed again, in whatever case", async () => {
    const hub = await enterHub();
    for (const Key of ["team", "Team"]) {
      const again = assume(on("Spoke"), { Tags: [{ Key, Value: "payments" }] }, hub);
      await expect(again).rejects.toMatchObject({ name: "ValidationError", $metadata: { httpStatusCode: 400 } });
    }
  });

  it("cannot change the source identity, only repeat it", async () => {
    const hub = await enterHub();
    await expect(assume(on("Spoke"), { SourceIdentity: "ben" }, hub)).rejects.toMatchObject({
      ...denied,
      message: expect.stringContaining("sts:SetSourceIdentity"),
    });
    expect(await assume(on("Spoke"), { SourceIdentity: "ada" }, hub)).toHaveProperty("AccessKeyId");
  });

  it("must allow what the hub's session brings along: tags and the source identity", async () => {
    const hub = await enterHub();
    await expect(assume(on("NoIdentity"), {}, hub)).rejects.toMatchObject(denied);
    await expect(assume(on("NoTags"), {}, hub)).rejects.toMatchObject(denied);
    expect(await assume(on("NoIdentity"), {}, await enterHub(team))).toHaveProperty("AccessKeyId");
    expect(await assume(on("NoTags"), {}, await enterHub({ SourceIdentity: "ada" }))).toHaveProperty("AccessKeyId");
  });

  it("does not trust the hub's session for trusting the user behind it, nor the user for trusting the hub", async () => {
    await expect(assume(on("UserOnly"), {}, await enterHub())).rejects.toMatchObject(denied);
    expect(await assume(on("UserOnly"), {})).toHaveProperty("AccessKeyId");
    await expect(assume(on("Spoke"), { ...team, SourceIdentity: "ada" })).rejects.toMatchObject(denied);
  });

  it("lasts an hour at most, whatever its own maximum", async () => {
    const hub = await enterHub({ ...team, SourceIdentity: "ada", DurationSeconds: 43_200 });
    await expect(assume(on("Spoke"), { DurationSeconds: 3601 }, hub)).rejects.toThrow("1 hour session limit");
    expect(await assume(on("Spoke"), { DurationSeconds: 3600 }, hub)).toHaveProperty("AccessKeyId");
  });
});
