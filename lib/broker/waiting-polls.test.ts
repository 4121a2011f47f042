import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { decideDevice } from "#lib/db/device-authorizations";
import { createToken } from "./create-token";
import { decideOnDevice } from "./device-approval";
import { begin, cli, forgetAll, register } from "./fixtures/command-line";
import { portalWithSts } from "./fixtures/portal-with-sts";
import { signIn } from "./fixtures/test-portal";
import { answerWaiting } from "./waiting-polls";

const { portal } = portalWithSts();

beforeEach(async () => {
  await forgetAll(portal());
  portal().use({ now: new Date() });
});

async function pollOnce() {
  const client = await register();
  const { deviceCode, userCode } = await begin(client);
  const { clientId, clientSecret } = client;
  const body = { clientId, clientSecret, grantType: "urn:ietf:params:oauth:grant-type:device_code", deviceCode };
  const text = JSON.stringify(body);
  await createToken(cli(), body, text);
  return { userCode, deviceCode, body: Buffer.from(text) };
}

test("a poll is answered from memory once it was answered in full, by the same bytes only", async () => {
  const { body, deviceCode } = await pollOnce();
  expect(answerWaiting(body)).toMatchObject({ name: "AuthorizationPendingException", status: 400 });
  expect(answerWaiting(Buffer.from(`${body} `))).toBeNull();
  expect(answerWaiting(Buffer.from(JSON.stringify({ deviceCode })))).toBeNull();
  expect(answerWaiting(Buffer.alloc(0))).toBeNull();
});

test("somebody's word ends that at once, and the poll is answered in full again", async () => {
  const { body, userCode } = await pollOnce();
  const caller = await signIn(portal(), { subject: randomUUID() }, new Date(Date.now() + 3_600_000));
  expect(await decideOnDevice(caller, { userCode, decision: "allowed" })).toMatchObject({ ok: true });
  expect(answerWaiting(body)).toBeNull();
});

test("a word that another instance wrote down is heard within about a second", async () => {
  const { body, userCode } = await pollOnce();
  const { session } = await signIn(portal(), { subject: randomUUID() }, new Date(Date.now() + 3_600_000));
  const { db } = portal().storage;
  await decideDevice(db, userCode, { decision: "refused", sessionId: session.id }, new Date());
  await expect.poll(() => answerWaiting(body), { timeout: 4000, interval: 100 }).toBeNull();
});

test("of a million polls nothing is kept but who waits, and the database sees none", async () => {
  const { body } = await pollOnce();
  const { db } = portal().storage;
  const before = await db.deviceAuthorization.findMany();
  for (let index = 0; index < 1_000_000; index++) answerWaiting(body);
  expect(await db.deviceAuthorization.findMany()).toEqual(before);
  expect(answerWaiting(body)).toMatchObject({ name: "SlowDownException" });
});
