import { AssumeRoleCommand, type AssumeRoleCommandInput, STSClient } from "@aws-sdk/client-sts";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type RunningAws, startAws } from "./start-aws";
import { metadataXml } from "./test-assertion";
import { ACCOUNT, describeAccount, roleArn, userKeys } from "./test-organisation";

let aws: RunningAws;
beforeAll(async () => {
  const accounts = [describeAccount("https://unused.example.com", { name: "corp", metadataXml })];
  aws = await startAws({ port: 0, mode: "parity", accounts });
});
afterAll(() => aws.close());
afterEach(() => fetch(`${aws.url}/__sandbox/roles`, { method: "DELETE" }));

const change = (order: object) =>
  fetch(`${aws.url}/__sandbox/roles`, { method: "PUT", body: JSON.stringify({ roleArn: roleArn("Hub"), ...order }) });

function assume(input: Partial<AssumeRoleCommandInput> = {}) {
  const client = new STSClient({ region: "eu-west-1", endpoint: aws.url, maxAttempts: 1, credentials: userKeys });
  return client.send(new AssumeRoleCommand({ RoleArn: roleArn("Hub"), RoleSessionName: "portal", ...input }));
}

const trusting = (condition: object): object => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { AWS: ACCOUNT }, Action: "sts:AssumeRole", Condition: condition }],
});

describe("a role that is changed while the stand-in runs", () => {
  it("is judged by its new trust policy at once, and by its old one when all roles are restored", async () => {
    const answer = await change({ trustPolicy: trusting({ StringEquals: { "sts:ExternalId": "customer-9" } }) });
    expect([answer.status, await answer.json()]).toEqual([200, { ok: true }]);
    await expect(assume()).rejects.toMatchObject({ name: "AccessDenied" });
    expect(await assume({ ExternalId: "customer-9" })).toHaveProperty("Credentials");
    await fetch(`${aws.url}/__sandbox/roles`, { method: "DELETE" });
    expect(await assume()).toHaveProperty("Credentials");
  });

  it("gets another session maximum and keeps its trust policy", async () => {
    await change({ maxSessionDurationSeconds: 3600 });
    await expect(assume({ DurationSeconds: 3601 })).rejects.toThrow("exceeds the MaxSessionDuration");
    expect(await assume({ DurationSeconds: 3600 })).toHaveProperty("Credentials");
  });

  it("is as it was once everything is reset, Regions and clock too", async () => {
    await change({ trustPolicy: trusting({ StringEquals: { "sts:ExternalId": "customer-9" } }) });
    aws.orderFaults({ kind: "skew", skewMs: 600_000 });
    await expect(assume()).rejects.toThrow();
    await fetch(`${aws.url}/__sandbox/regions`, { method: "PUT", body: JSON.stringify({ "eu-west-1": "error" }) });
    await fetch(`${aws.url}/__sandbox/reset`, { method: "POST" });
    expect(await assume()).toHaveProperty("Credentials");
    const regional = await fetch(`${aws.url}/regions/eu-west-1/?Action=GetCallerIdentity&Version=2011-06-15`);
    expect(regional.status).toBe(403);
  });

  it.each([
    ["an unknown operator", { trustPolicy: trusting({ StringEqual: { "sts:ExternalId": "x" } }) }, "StringEqual"],
    ["a maximum below an hour", { maxSessionDurationSeconds: 3599 }, "MaxSessionDuration is 3600 to 43200"],
    ["a role that does not exist", { roleArn: roleArn("Nobody") }, "there is no role"],
    ["an unknown field", { trust: {} }, "trust"],
  ])("is refused %s with a message, and stays as it was", async (_, order, message) => {
    const answer = await change(order);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({ ok: false, error: expect.stringContaining(message) });
    expect(await assume({ DurationSeconds: 14_400 })).toHaveProperty("Credentials");
  });
});
