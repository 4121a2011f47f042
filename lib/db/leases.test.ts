import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { HOSTS, openForTests } from "./fixtures/hosts";
import {
  endLease,
  endLeasesElsewhere,
  endLeasesOfSessions,
  findLease,
  listLeasedSessions,
  listLiveLeases,
  noteLeaseUses,
  saveLease,
} from "./leases";
import { hashReference, newReference } from "./sealed";
import { endSession, saveSession } from "./sessions";
import { sweepExpired } from "./sweep";

const NOW = new Date("2026-11-21T10:00:00Z");
const inHours = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
const at = (now: Date, outlive = false) => ({ now, outlive });

describe.each(Object.entries(HOSTS))("on %s", (_name, open) => {
  const database = openForTests(open);

  /** A person of their own for each test, signed in for nine hours. */
  async function newSession(subject: string = randomUUID(), groups: readonly string[] = ["dev"], createdAt = NOW) {
    const id = randomUUID();
    const owner = { idp: "corp", subject };
    await saveSession(database.client, {
      id,
      tokenHash: hashReference(newReference()),
      identity: { ...owner, protocol: "saml", email: null, name: null, groups, groupsProblem: null, claims: {} },
      nameId: null,
      sessionIndex: id,
      address: null,
      userAgent: null,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + 9 * 3_600_000),
    });
    return { id, owner };
  }

  async function newLease(session: { id: string; owner: { idp: string; subject: string } }, most = 10, life = 12) {
    const [id, token] = [randomUUID(), newReference()];
    const role = { name: "devcontainer", accountId: "111122223333", roleName: "Developer", reason: "OPS-1" };
    const row = { id, sessionId: session.id, ...role, scope: { readOnly: true, services: ["s3"] } };
    const times = { createdAt: NOW, expiresAt: inHours(life) };
    const limit = { ...at(NOW), owner: session.owner, most };
    const isSaved = await saveLease(database.client, token, { ...row, ...times }, limit);
    return { id, token, isSaved };
  }

  const find = (token: string, now = NOW, outlive = false) => findLease(database.query, token, at(now, outlive));

  test("a lease is found by its token, with all that it was made with, and is stored as a hash", async () => {
    const session = await newSession();
    const { id, token } = await newLease(session);
    expect(await find(token)).toMatchObject({
      id,
      name: "devcontainer",
      reason: "OPS-1",
      scope: { readOnly: true, services: ["s3"] },
      expiresAt: inHours(12),
      session: { id: session.id, identity: { subject: session.owner.subject } },
    });
    expect(await find(newReference())).toBeNull();
    const row = await database.client.lease.findUnique({ where: { id } });
    expect(JSON.stringify(row)).not.toContain(token);
  });

  test("it ends at its time, with its sign-in, and when it is ended, once", async () => {
    const session = await newSession();
    const [short, ended, other] = [await newLease(session, 10, 1), await newLease(session), await newLease(session)];
    expect(await find(short.token, inHours(1))).toBeNull();
    expect(await endLease(database.client, ended.id, "ended_by_person", NOW)).toBe(true);
    expect(await endLease(database.client, ended.id, "ended_by_person", NOW)).toBe(false);
    expect(await find(ended.token)).toBeNull();
    expect(await find(other.token, inHours(9))).toBeNull();
    expect((await listLiveLeases(database.client, session.owner, at(NOW))).map(({ id }) => id).sort()).toEqual(
      [short.id, other.id].sort(),
    );
  });

  test("where leases outlive sign-ins: expiry and a sign-out are outlived, every other end is not", async () => {
    const session = await newSession();
    const { token } = await newLease(session);
    expect(await find(token, inHours(10), true)).not.toBeNull();
    await endSession(database.client, session.id, "signed_out", NOW);
    expect(await find(token, NOW, true)).not.toBeNull();
    expect(await find(token, NOW)).toBeNull();
    const ended = await newSession();
    const lease = await newLease(ended);
    await endSession(database.client, ended.id, "ended_by_idp", NOW);
    expect(await find(lease.token, NOW, true)).toBeNull();
    expect(await listLiveLeases(database.client, ended.owner, at(NOW, true))).toEqual([]);
  });

  test("where leases outlive sign-ins, the groups of the newest sign-in count", async () => {
    const session = await newSession();
    const { token } = await newLease(session);
    await newSession(session.owner.subject, ["less"], inHours(1));
    expect(await find(token, inHours(2), true)).toMatchObject({
      session: { id: session.id, identity: { groups: ["less"] } },
    });
    expect(await find(token, inHours(2))).toMatchObject({ session: { identity: { groups: ["dev"] } } });
  });

  test("of twenty that are asked for at once, no more than the limit are kept, on all sign-ins together", async () => {
    const first = await newSession();
    const second = await newSession(first.owner.subject);
    const asked = Array.from({ length: 20 }, (_, n) => newLease(n % 2 === 0 ? first : second, 3));
    expect((await Promise.all(asked)).filter(({ isSaved }) => isSaved)).toHaveLength(3);
    expect(await newLease(await newSession(), 3)).toMatchObject({ isSaved: true });
  });

  test("all leases of a sign-in end together; and all of a person's but those of one", async () => {
    const first = await newSession();
    const second = await newSession(first.owner.subject);
    const [here, there] = [await newLease(first), await newLease(second)];
    const stranger = await newLease(await newSession());
    await endLeasesElsewhere(database.client, first.owner, first.id, NOW);
    expect(await Promise.all([here, there, stranger].map(({ token }) => find(token).then(Boolean)))).toEqual([
      true,
      false,
      true,
    ]);
    await endLeasesOfSessions(database.client, [first.id], NOW);
    expect(await find(here.token)).toBeNull();
  });

  test("sign-ins with live leases are found for a logout though they are over themselves", async () => {
    const session = await newSession();
    await newLease(session);
    await endSession(database.client, session.id, "signed_out", NOW);
    const asked = { idp: "corp", sessionIndexes: [session.id] };
    expect(await listLeasedSessions(database.client, asked, NOW)).toMatchObject([{ id: session.id }]);
    expect(await listLeasedSessions(database.client, { ...asked, idp: "other" }, NOW)).toEqual([]);
    expect(await listLeasedSessions(database.client, asked, inHours(12))).toEqual([]);
  });

  test("uses are counted, and the last one is known", async () => {
    const session = await newSession();
    const { id } = await newLease(session);
    const last = { at: inHours(1), address: "198.51.100.7", userAgent: "x".repeat(2000) };
    await noteLeaseUses(database.client, id, last, 3);
    const [row] = await listLiveLeases(database.client, session.owner, at(NOW));
    expect(row).toMatchObject({ uses: 3, lastUsedAt: inHours(1), lastAddress: "198.51.100.7" });
    expect(row?.lastUserAgent).toHaveLength(400);
  });

  test("what is over for a month is swept, and nothing that lives", async () => {
    const session = await newSession();
    const [ended, live] = [await newLease(session), await newLease(session)];
    await endLease(database.client, ended.id, "ended_by_person", NOW);
    await sweepExpired(database.client, inHours(29 * 24));
    expect(await database.client.lease.count({ where: { id: ended.id } })).toBe(1);
    await sweepExpired(database.client, inHours(30 * 24 + 1));
    expect(await database.client.lease.count({ where: { id: ended.id } })).toBe(0);
    expect(await database.client.lease.count({ where: { id: live.id } })).toBe(1);
    await sweepExpired(database.client, inHours(32 * 24));
    expect(await database.client.lease.count({ where: { id: live.id } })).toBe(0);
  });
});
