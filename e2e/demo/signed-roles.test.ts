import { type AssumeRoleCommandInput, GetFederationTokenCommand, GetSessionTokenCommand } from "@aws-sdk/client-sts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Keys, signCalls, toKeys } from "#e2e/aws/sign-calls";
import { type RunningAws, startAws } from "#e2e/aws/start-aws";
import { buildAddresses } from "./addresses";
import { listRoles } from "./demo-roles";
import { type DemoUser, PEOPLES_USERS, PORTAL_USER } from "./iam-users";
import { awsAccounts } from "./organisation";
import { PORTAL_HUB } from "./own-roles";

let aws: RunningAws;
beforeAll(async () => {
  aws = await startAws({ port: 0, mode: "strict", accounts: awsAccounts({ addresses: buildAddresses(4000) }) });
});
afterAll(() => aws.close());

const calls = signCalls(() => aws.url);
const LEGACY = "arn:aws:iam::841295730624:role/";
const TAGS = [{ Key: "Department", Value: "Payments" }];

const assume = (keys: Keys, input: Partial<AssumeRoleCommandInput>) =>
  calls.assume(keys, { RoleArn: "", RoleSessionName: "ben@example.com", ...input });
const attributed = { Tags: TAGS, SourceIdentity: "ben@example.com" };
const proofOf = ({ mfa }: DemoUser) => ({ SerialNumber: mfa.serialNumber, TokenCode: mfa.code });
const DENIED = { name: "AccessDenied" };

describe("the demo's roles that a signed call opens", () => {
  it("lets the portal's user become Operator with the external id that was agreed, and with no other", async () => {
    const operator = { RoleArn: `${LEGACY}Operator`, ...attributed, TransitiveTagKeys: ["Department"] };
    await expect(assume(PORTAL_USER, operator)).rejects.toMatchObject(DENIED);
    const { AssumedRoleUser: who } = await assume(PORTAL_USER, { ...operator, ExternalId: "example-corp-erp" });
    expect(who?.Arn).toBe("arn:aws:sts::841295730624:assumed-role/Operator/ben@example.com");
  });

  it("lets the portal become Auditor by way of its hub only", async () => {
    const auditor = { RoleArn: `${LEGACY}Auditor`, ...attributed };
    await expect(assume(PORTAL_USER, auditor)).rejects.toMatchObject(DENIED);
    const hub = { RoleArn: PORTAL_HUB.arn, SourceIdentity: "ben@example.com" };
    await expect(assume(PORTAL_USER, hub)).rejects.toMatchObject(DENIED);
    const { Credentials: atHub } = await assume(PORTAL_USER, { ...hub, ExternalId: PORTAL_HUB.externalId });
    const { AssumedRoleUser: who } = await assume(toKeys(atHub), auditor);
    expect(who?.Arn).toContain(":assumed-role/Auditor/");
  });

  it("lets the portal become DatabaseAdmin with the code of its MFA device", async () => {
    const databaseAdmin = { RoleArn: `${LEGACY}DatabaseAdmin`, ...attributed };
    await expect(assume(PORTAL_USER, databaseAdmin)).rejects.toMatchObject(DENIED);
    const { AssumedRoleUser: who } = await assume(PORTAL_USER, { ...databaseAdmin, ...proofOf(PORTAL_USER) });
    expect(who?.Arn).toContain(":assumed-role/DatabaseAdmin/");
  });

  it.each(PEOPLES_USERS)("lets $name become DBA after a session with MFA, and not before", async (user) => {
    const dba = { RoleArn: `${LEGACY}DBA` };
    await expect(assume(user, dba)).rejects.toMatchObject(DENIED);
    const { Credentials: session } = await calls.client(user).send(new GetSessionTokenCommand(proofOf(user)));
    const { AssumedRoleUser: who } = await assume(toKeys(session), dba);
    expect(who?.Arn).toContain(":assumed-role/DBA/");
  });

  it("lets the portal's user hand out Reports, for a day and a half and with a tag", async () => {
    const reports = listRoles().find(({ via }) => via === "federation-token");
    const answer = await calls.client(PORTAL_USER).send(
      new GetFederationTokenCommand({
        Name: "ben.lindqvist@example.com",
        DurationSeconds: 36 * 3600,
        Policy: JSON.stringify(reports?.settings.policy),
        Tags: TAGS,
      }),
    );
    const who = await calls.identify(toKeys(answer.Credentials));
    expect(who.Arn).toBe("arn:aws:sts::952306841735:federated-user/ben.lindqvist@example.com");
  });
});

describe("the demo's IAM users", () => {
  it("have keys of the length that AWS's have, all different", () => {
    const users = [PORTAL_USER, ...PEOPLES_USERS];
    for (const { accessKeyId, secretAccessKey, mfa } of users) {
      expect(accessKeyId).toMatch(/^AKIA[A-Z2-7]{16}$/);
      expect(secretAccessKey).toMatch(/^[\w/+]{40}$/);
      expect(mfa.code).toMatch(/^\d{6}$/);
    }
    expect(new Set(users.map(({ mfa }) => mfa.code)).size).toBe(users.length);
  });
});
