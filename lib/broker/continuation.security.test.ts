import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { beginContinuation, findWaiting, takeWaiting } from "./continuation";
import { ACCOUNT, auditOf, inSeconds, openTestPortal, signIn, type TestPortal } from "./fixtures/test-portal";
import { issueCredentials } from "./issue-credentials";
import { openConsole } from "./open-console";

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal();
});
afterAll(() => portal.stop());

const waiting = { kind: "credentials" as const, accountId: ACCOUNT, roleName: "Deployer", durationSeconds: 1800 };

async function begin() {
  const opened = portal.use();
  const alice = await signIn(portal);
  const location = await beginContinuation(opened, alice, "corp", waiting);
  const returnTo = new URL(location, "https://aws.example.com").searchParams.get("callbackUrl") ?? "";
  return {
    opened,
    alice,
    location,
    handle: new URL(returnTo, "https://aws.example.com").searchParams.get("resume") ?? "",
  };
}

describe("what waits while its person is at the identity provider", () => {
  test("is named on the way by a handle that says nothing of it", async () => {
    const { location, handle } = await begin();
    expect(location).toMatch(/^\/sign-in\?begin=corp&callbackUrl=%2F%3Fresume%3D[\w-]{43}$/);
    expect(location).not.toContain("Deployer");
    const rows = await portal.storage.db.continuation.findMany();
    expect(JSON.stringify(rows)).not.toContain(handle);
  });

  test("comes back exactly as asked to the same person in a new session, once", async () => {
    const { opened, handle } = await begin();
    const again = await signIn(portal);
    expect(await findWaiting(opened, again, handle)).toEqual(waiting);
    expect(await takeWaiting(opened, again, handle)).toEqual(waiting);
    expect(await takeWaiting(opened, again, handle)).toBeNull();
  });

  test("runs once, however often and however fast the page sends it", async () => {
    const { opened, alice, handle } = await begin();
    const taken = await Promise.all([1, 2, 3, 4, 5].map(() => takeWaiting(opened, alice, handle)));
    expect(taken.filter((one) => one !== null)).toHaveLength(1);
  });

  test("a handle stolen by another person, or by a namesake at another identity provider, opens nothing", async () => {
    const { opened, alice, handle } = await begin();
    const mallory = await signIn(portal, { subject: "mallory" });
    const namesake = await signIn(portal, { idp: "workforce" });
    expect(await takeWaiting(opened, mallory, handle)).toBeNull();
    expect(await findWaiting(opened, namesake, handle)).toBeNull();
    expect(await takeWaiting(opened, alice, handle)).toEqual(waiting);
  });

  test("is forgotten after a quarter of an hour", async () => {
    const { alice, handle } = await begin();
    expect(await takeWaiting(portal.use({ now: inSeconds(899) }), alice, handle)).toEqual(waiting);
    const next = await begin();
    expect(await takeWaiting(portal.use({ now: inSeconds(900) }), next.alice, next.handle)).toBeNull();
  });

  test("is asked again with the rules of that moment: a role taken away meanwhile is refused", async () => {
    const { alice, handle } = await begin();
    portal.use({ rules: [] });
    expect(await issueCredentials(alice, { resume: handle })).toMatchObject({ error: { code: "role_not_granted" } });
    expect(await auditOf(portal, alice)).toMatchObject([{ kind: "credentials.refused", roleName: "Deployer" }]);
  });

  test.each(["", "x", "'; DROP TABLE", "A".repeat(43), "A".repeat(44), "\u0000".repeat(43)])(
    "a made-up handle %j is unknown",
    async (handle) => {
      portal.use();
      const refused = await issueCredentials(await signIn(portal), { resume: handle });
      expect(refused).toEqual({ ok: false, error: { code: "continuation_unknown" } });
    },
  );

  test("credentials that wait do not open a console, nor the other way round", async () => {
    const { alice, handle } = await begin();
    const form = { accountId: "", roleName: "", signOutFirst: "false" as const, resume: handle };
    expect(await openConsole(alice, form)).toEqual({ location: `/go/refused?ref=${alice.requestId}` });
  });
});
