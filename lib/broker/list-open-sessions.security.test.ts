import { afterAll, beforeAll, expect, test } from "vitest";
import type { AuditDetail, AuditKind } from "#lib/audit/event";
import type { Caller } from "#lib/identity";
import { ACCOUNT, inSeconds, NOW, openTestPortal, signIn, type TestPortal } from "./fixtures/test-portal";
import { listOpenSessions } from "./list-open-sessions";
import { endOtherSessions, listOwnSessions } from "./portal-sessions";

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal();
});
afterAll(() => portal.stop());

type Given = { kind?: AuditKind; roleName?: string | null; askedAt?: Date; detail?: AuditDetail };

/** What the portal records when AWS has given something. */
async function give(caller: Caller, seconds: number, given: Given = {}) {
  const { kind = "credentials.issued", roleName = "Developer", askedAt = NOW, detail = {} } = given;
  const { requestId, address, userAgent, session } = caller;
  await portal.use().record({
    ...{ at: askedAt, kind, outcome: "granted", requestId, address, userAgent },
    ...{ actor: session.identity, sessionId: session.id },
    role: roleName === null ? null : { accountId: ACCOUNT, roleName, roleArn: null },
    detail: { accountName: "payments-prod", expiresAt: inSeconds(seconds).toISOString(), ...detail },
  });
}

const person = (subject: string, groups = ["payments-dev"]) => signIn(portal, { subject, groups });

test("what has expired is not open, and what ends first comes first", async () => {
  const caller = await person("order");
  await give(caller, 3600);
  await give(caller, 600, { roleName: "Deployer" });
  await give(caller, 0, { roleName: "PowerUser" });
  await give(caller, -1, { kind: "console.opened" });
  const open = await listOpenSessions(caller);
  expect(open.map(({ roleName }) => roleName)).toEqual(["Deployer", "Developer"]);
});

test("the same asked for again stands once, with how many of it are still good", async () => {
  const caller = await person("again");
  await give(caller, 60);
  await give(caller, 3600);
  await give(caller, 3600, { kind: "console.opened" });
  expect(await listOpenSessions(caller)).toMatchObject([
    { kind: expect.stringMatching(/credentials|console/) },
    { kind: expect.stringMatching(/credentials|console/) },
  ]);
  const credentials = (await listOpenSessions(caller)).find(({ kind }) => kind === "credentials");
  expect(credentials).toMatchObject({ earlier: 1, expiresAt: inSeconds(3600).toISOString() });
});

test("a narrower one stands beside a wider one", async () => {
  const caller = await person("narrow");
  await give(caller, 60);
  await give(caller, 3600, { detail: { scope: ["Read only"] } });
  expect(await listOpenSessions(caller)).toMatchObject([{ scope: [] }, { scope: ["Read only"] }]);
});

test("it is asked for again as it was: Region, page, duration, scope and reason", async () => {
  const caller = await person("renew");
  const detail = {
    consoleRegion: "eu-central-1",
    destination: "https://console.aws.amazon.com/s3/home",
    durationSeconds: 1800,
    chosenScope: JSON.stringify({ readOnly: true }),
    givenReason: "OPS-1",
  };
  await give(caller, 600, { kind: "console.opened", detail });
  expect((await listOpenSessions(caller))[0]?.again).toMatchObject({
    ...{ consoleRegion: "eu-central-1", destination: detail.destination, durationSeconds: 1800 },
    ...{ scope: { readOnly: true }, reason: "OPS-1", role: { roleName: "Developer" } },
  });
});

test("a role that the person does not hold any more is listed, and nothing of it is offered", async () => {
  const caller = await person("lost", ["all-staff"]);
  await give(caller, 600, { detail: { chosenScope: "{" } });
  expect(await listOpenSessions(caller)).toMatchObject([{ roleName: "Developer", again: null }]);
});

test("a session of one's own IAM user is one, with or without a role", async () => {
  const caller = await person("iam");
  const userAccessKeyId = "AKIAIOSFODNN7EXAMPLE";
  const iamUser = "arn:aws:iam::444455556666:user/team/ben";
  await give(caller, 600, { roleName: null, detail: { userAccessKeyId, iamUser } });
  await give(caller, 900, { detail: { userAccessKeyId } });
  expect(await listOpenSessions(caller)).toMatchObject([
    { kind: "iam-user", accountId: "444455556666", roleName: "ben", again: null },
    { kind: "iam-user", accountId: ACCOUNT, roleName: "Developer", again: null },
  ]);
});

test("what others have open is nobody else's to see, nor the same subject's of another identity provider", async () => {
  await give(await person("somebody"), 600);
  expect(await listOpenSessions(await person("somebody else"))).toEqual([]);
  expect(await listOpenSessions(await signIn(portal, { subject: "somebody", idp: "workforce" }))).toEqual([]);
});

test("ending all others ends the person's own, keeps this one, and leaves other people's alone", async () => {
  const [caller] = [await person("many"), await person("many"), await person("many")];
  const bystander = await person("bystander");
  portal.use();
  expect(await endOtherSessions(caller)).toBe(2);
  expect((await listOwnSessions(caller)).map(({ id }) => id)).toEqual([caller.session.id]);
  expect(await listOwnSessions(bystander)).toHaveLength(1);
  expect(await endOtherSessions(caller)).toBe(0);
});
