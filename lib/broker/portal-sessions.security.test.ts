import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findProof, saveProof } from "#lib/db/proofs";
import { auditOf, inSeconds, NOW, openTestPortal, signIn, type TestPortal } from "./fixtures/test-portal";
import { listActivity } from "./list-activity";
import { endOwnSession, listOwnSessions } from "./portal-sessions";

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal();
  portal.use();
});
afterAll(() => portal.stop());

describe("a person's own sessions", () => {
  test("are theirs at this identity provider alone", async () => {
    const own = await signIn(portal, { subject: "carol" });
    await signIn(portal, { subject: "mallory" });
    await signIn(portal, { subject: "carol", idp: "workforce" });
    expect((await listOwnSessions(own)).map(({ id }) => id)).toEqual([own.session.id]);
  });

  test("ended by hand: somebody else's looks like none, and goes on", async () => {
    const [victim, mallory] = [await signIn(portal, { subject: "victim" }), await signIn(portal, { subject: "m" })];
    expect(await endOwnSession(mallory, victim.session.id)).toEqual({ ok: false, error: "session_not_found" });
    expect(await listOwnSessions(victim)).toHaveLength(1);
    expect(await auditOf(portal, mallory)).toEqual([]);
  });

  test("ended, take along what could still be shown to AWS, and are recorded once", async () => {
    const [here, there] = [await signIn(portal, { subject: "dora" }), await signIn(portal, { subject: "dora" })];
    const { db, sealer } = portal.storage;
    const key = { sessionId: there.session.id, kind: "saml-response" as const };
    await saveProof(db, sealer, { ...key, value: "an assertion", issuedAt: NOW, expiresAt: inSeconds(300) });
    expect((await endOwnSession(here, there.session.id)).ok).toBe(true);
    expect((await endOwnSession(here, there.session.id)).ok).toBe(false);
    expect(await findProof(db, sealer, key, NOW)).toBeNull();
    expect(await auditOf(portal, here)).toMatchObject([
      { kind: "session.ended", detail: { reason: "ended_by_person", endedSessionId: there.session.id } },
    ]);
  });

  test("activity is a person's own; a cursor that is none shows the first page, not somebody else's", async () => {
    const mallory = await signIn(portal, { subject: "m" });
    for (const before of [null, "1 OR 1=1", "-1", "9".repeat(40)]) {
      const { events } = await listActivity(mallory, before);
      expect(events.filter(({ actor }) => actor?.subject !== "m")).toEqual([]);
    }
  });
});
