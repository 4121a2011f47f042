import { describe, expect, test } from "vitest";
import { newReference } from "#lib/db/sealed";
import { ask, lease, leasing, machine, refusedWith } from "./fixtures/leasing";
import { portalWithSts } from "./fixtures/portal-with-sts";
import { auditOf, inSeconds } from "./fixtures/test-portal";
import { issueForLease } from "./lease-credentials";
import { offerLease } from "./lease-offer";
import { endOwnLeases } from "./leases";
import { currentPortal } from "./portal";

const { portal, sts } = portalWithSts();
const { person, use } = leasing(portal, sts);

describe("without bound", () => {
  test("leases: as many as the portal allows, two at once included; what is ended makes room", async () => {
    use({ leases: { maxPerPerson: 2 } });
    const caller = await person();
    const made = await Promise.all([1, 2, 3, 4].map(() => ask(caller)));
    expect(made.filter(({ ok }) => ok)).toHaveLength(2);
    expect(await ask(caller)).toEqual(refusedWith("leases_full"));
    expect(await endOwnLeases(caller)).toBe(2);
    expect(await ask(caller)).toMatchObject({ ok: true });
  });

  test("the life of a lease is cut to what the portal allows", async () => {
    use({ leases: { maxDuration: 7200 } });
    const { expiresAt } = await lease(await person(), { durationSeconds: 604_800 });
    expect(expiresAt).toBe(inSeconds(7200).toISOString());
  });

  test("uses: a runaway loop is refused after sixty, asks AWS no more, and is recorded once", async () => {
    const caller = await person();
    const { id, token } = await lease(caller);
    const answers = [];
    for (let count = 0; count < 65; count++) answers.push(await issueForLease(machine(), token));
    expect(answers.map(({ ok }) => ok).lastIndexOf(true)).toBe(59);
    expect(answers.at(-1)).toEqual(refusedWith("lease_too_often"));
    expect(sts().seen).toHaveLength(60);
    const where = { kind: "lease.refused", subject: caller.session.identity.subject };
    const rows = await portal().storage.db.auditEvent.findMany({ where });
    expect(rows.map(({ detail }) => detail)).toEqual([{ leaseName: "ci", leaseId: id, reason: "lease_too_often" }]);
  });

  test("wrong tokens of one address: counted up to a limit, and a right one from there still works", async () => {
    const { token } = await lease(await person());
    const wrong = () => issueForLease(machine("203.0.113.9"), newReference());
    for (let count = 0; count < 300; count++) await wrong();
    expect(await wrong()).toEqual(refusedWith("lease_too_often"));
    expect(await issueForLease(machine("203.0.113.9"), token)).toMatchObject({ ok: true });
  });
});

describe("what the administrator says", () => {
  test("off: none is made, none is answered, none is offered", async () => {
    const caller = await person();
    const { token } = await lease(caller);
    use({ leases: { enabled: false } });
    expect(await ask(caller)).toEqual(refusedWith("leases_off"));
    expect(await issueForLease(machine(), token)).toEqual(refusedWith("leases_off"));
    expect(await offerLease(caller)).toBeNull();
  });

  test("some networks only: elsewhere a lease gives nothing, and that is recorded", async () => {
    use({ leases: { networks: ["10.0.0.0/8"] } });
    const caller = await person();
    const { token } = await lease(caller);
    const context = machine();
    expect(await issueForLease(context, token)).toEqual(refusedWith("lease_network"));
    expect(await auditOf(portal(), { ...caller, ...context })).toMatchObject([{ kind: "lease.refused" }]);
    expect(await issueForLease(machine("10.1.2.3"), token)).toMatchObject({ ok: true });
  });
});

test.each([null, "", "x", "A".repeat(43), "A".repeat(5000), "' OR 1=1 --"])(
  "the token %j is nobody's",
  async (token) => {
    expect(await issueForLease(machine(), token)).toEqual(refusedWith("lease_unknown"));
  },
);

test("tokens in the database readable: a hash only, and in no audit row", async () => {
  const { token } = await lease(await person());
  await issueForLease(machine(), token);
  const { db } = (await currentPortal()).storage;
  const rows = await Promise.all([db.lease.findMany(), db.auditEvent.findMany(), db.rateCount.findMany()]);
  const text = JSON.stringify(rows, (_key, value) => (typeof value === "bigint" ? String(value) : value));
  expect(text).not.toContain(token);
});
