import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
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

test("somebody's word ends that within about a second, and the poll is answered in full again", async () => {
  const { body, userCode } = await pollOnce();
  const caller = await signIn(portal(), { subject: randomUUID() }, new Date(Date.now() + 3_600_000));
  expect(await decideOnDevice(caller, { userCode, decision: "allowed" })).toMatchObject({ ok: true });
  await expect.poll(() => answerWaiting(body), { timeout: 4000, interval: 100 }).toBeNull();
});
