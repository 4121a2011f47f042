import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { bindAuthorizationCode, findAuthorizationCode, saveAuthorizationCode } from "./authorization-codes";
import { endCliSignIn, listLiveCliSignIns, saveCliSignIn } from "./cli-sign-ins";
import { findCliSession, replaceRefreshToken, saveCliTokens } from "./cli-tokens";
import {
  consumeDeviceAuthorization,
  decideDevice,
  findWaitingDevice,
  pollDeviceAuthorization,
  saveDeviceAuthorization,
} from "./device-authorizations";
import { HOSTS, openForTests } from "./fixtures/hosts";
import { addToRate, findRate } from "./rate-counts";
import { hashReference, newReference } from "./sealed";
import { endSession, saveSession } from "./sessions";
import { sweepExpired } from "./sweep";

const NOW = new Date("2026-11-21T10:00:00Z");
const inSeconds = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

const who = { idp: "corp", subject: "alice" };
const identity = {
  ...who,
  protocol: "saml" as const,
  email: null,
  name: null,
  groups: [],
  groupsProblem: null,
  claims: {},
};
const asked = {
  clientId: "client",
  clientName: "botocore-client-corp",
  renewable: true,
  address: null,
  userAgent: null,
};

describe.each(Object.entries(HOSTS))("on %s", (_name, open) => {
  const database = openForTests(open);

  async function newSession() {
    const id = randomUUID();
    const columns = { nameId: null, sessionIndex: null, address: null, userAgent: null };
    const times = { createdAt: NOW, expiresAt: inSeconds(9 * 3600) };
    await saveSession(database.client, {
      id,
      tokenHash: hashReference(newReference()),
      identity,
      ...columns,
      ...times,
    });
    return id;
  }

  async function newSignIn() {
    const [id, sessionId, access, refresh] = [randomUUID(), await newSession(), newReference(), newReference()];
    const { clientId, clientName, address, userAgent } = asked;
    const row = { id, sessionId, clientId, clientName, address, userAgent, kind: "device" as const, createdAt: NOW };
    await saveCliSignIn(database.client, row);
    await saveCliTokens(database.client, [
      { token: access, signInId: id, kind: "access", expiresAt: inSeconds(3600) },
      { token: refresh, signInId: id, kind: "refresh", expiresAt: inSeconds(9 * 3600) },
    ]);
    return { id, sessionId, access, refresh };
  }

  async function newDevice(userCode: string) {
    const deviceCode = newReference();
    const times = { createdAt: NOW, expiresAt: inSeconds(600) };
    await saveDeviceAuthorization(database.client, deviceCode, { userCode, ...asked, ...times });
    return deviceCode;
  }

  test("an access token is found while it, its sign-in and the one to the portal all live", async () => {
    const { id, sessionId, access, refresh } = await newSignIn();
    const { query, client } = database;
    expect(await findCliSession(query, access, NOW)).toMatchObject({
      signInId: id,
      clientName: "botocore-client-corp",
      session: { id: sessionId, identity },
    });
    expect(await findCliSession(query, refresh, NOW)).toBeNull();
    expect(await findCliSession(query, access, inSeconds(3600))).toBeNull();
    await endSession(client, sessionId, "signed_out", NOW);
    expect(await findCliSession(query, access, NOW)).toBeNull();
    expect(await listLiveCliSignIns(client, who, NOW)).not.toContainEqual(expect.objectContaining({ id }));
  });

  test("a sign-in ends once, with all its tokens", async () => {
    const { id, access, refresh } = await newSignIn();
    const { query, client } = database;
    expect(await listLiveCliSignIns(client, who, NOW)).toContainEqual(expect.objectContaining({ id }));
    expect(await endCliSignIn(client, id, "ended_by_person", NOW)).toBe(true);
    expect(await endCliSignIn(client, id, "ended_by_person", NOW)).toBe(false);
    expect(await findCliSession(query, access, NOW)).toBeNull();
    expect(await replaceRefreshToken(query, refresh, "client", NOW)).toBeNull();
  });

  test("of ten that bring one refresh token at once, one is the first, and all read when that was", async () => {
    const { refresh } = await newSignIn();
    const bring = (at: Date) => replaceRefreshToken(database.query, refresh, "client", at);
    const rows = await Promise.all(Array.from({ length: 10 }, () => bring(NOW)));
    expect(rows.filter((row) => row?.replacedAt === null)).toHaveLength(1);
    expect(await bring(inSeconds(500))).toMatchObject({ replacedAt: NOW });
    expect(await replaceRefreshToken(database.query, refresh, "another", NOW)).toBeNull();
  });

  test("a device authorization counts its polls, is decided once and fetched once", async () => {
    const deviceCode = await newDevice("BCDF-GHJK");
    const { query, client } = database;
    const poll = (at: Date) => pollDeviceAuthorization(query, deviceCode, "client", at);
    expect(await poll(NOW)).toMatchObject({ polls: 1, polledBefore: null, decision: null });
    expect(await poll(inSeconds(5))).toMatchObject({ polls: 2, polledBefore: NOW });
    expect(await pollDeviceAuthorization(query, deviceCode, "another", NOW)).toBeNull();
    expect(await findWaitingDevice(client, "BCDF-GHJK", NOW)).toMatchObject({ clientName: "botocore-client-corp" });
    expect(await findWaitingDevice(client, "BCDF-GHJK", inSeconds(600))).toBeNull();
    const sessionId = await newSession();
    const decide = (decision: "allowed" | "refused") => decideDevice(client, "BCDF-GHJK", { decision, sessionId }, NOW);
    expect(await decide("allowed")).toBe(true);
    expect(await decide("refused")).toBe(false);
    expect(await poll(inSeconds(10))).toMatchObject({ decision: "allowed", sessionId });
    const taken = await Promise.all([1, 2, 3].map(() => consumeDeviceAuthorization(client, deviceCode)));
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  test("of ten that bring one authorization code at once, one has it", async () => {
    const code = newReference();
    const { client } = database;
    const { clientId, clientName, renewable } = asked;
    await saveAuthorizationCode(client, code, {
      clientId,
      clientName,
      renewable,
      redirectUri: "http://127.0.0.1:1/oauth/callback",
      codeChallenge: "c",
      sessionId: await newSession(),
      expiresAt: inSeconds(120),
    });
    const ids = Array.from({ length: 10 }, () => randomUUID());
    const bound = await Promise.all(ids.map((id) => bindAuthorizationCode(client, code, id)));
    expect(bound.filter(Boolean)).toHaveLength(1);
    expect(await findAuthorizationCode(client, code)).toMatchObject({ usedFor: ids[bound.indexOf(true)] });
  });

  test("a rate counts all at once and begins anew when its window is over", async () => {
    const { query } = database;
    const counts = await Promise.all(Array.from({ length: 20 }, () => addToRate(query, "key", 600, NOW)));
    expect(Math.max(...counts)).toBe(20);
    expect(await findRate(query, "key", inSeconds(599))).toBe(20);
    expect(await findRate(query, "key", inSeconds(600))).toBe(0);
    expect(await addToRate(query, "key", 600, inSeconds(600))).toBe(1);
  });

  test("what is over is swept, and nothing that still counts", async () => {
    await newDevice("CCCC-CCCC");
    const { access, refresh } = await newSignIn();
    const { client, query } = database;
    await addToRate(query, "swept", 600, NOW);
    await sweepExpired(client, inSeconds(3601));
    expect(await client.deviceAuthorization.count({ where: { userCode: "CCCC-CCCC" } })).toBe(0);
    expect(await client.cliToken.count({ where: { tokenHash: hashReference(access) } })).toBe(0);
    expect(await client.cliToken.count({ where: { tokenHash: hashReference(refresh) } })).toBe(1);
    expect(await client.rateCount.count({ where: { key: "swept" } })).toBe(0);
    await sweepExpired(client, inSeconds(40 * 86_400));
    expect(await client.cliSignIn.count()).toBe(0);
  });
});
