import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { newReference } from "#lib/db/sealed";
import type { Caller, RequestContext } from "#lib/identity";
import { portalWithSts } from "./fixtures/portal-with-sts";
import { ACCOUNT, auditOf, inSeconds, signIn } from "./fixtures/test-portal";
import { issueForLease } from "./lease-credentials";
import { offerLease } from "./lease-offer";
import { describeLeases, endOwnLease, endOwnLeases } from "./leases";
import { makeLease } from "./make-lease";
import { currentPortal } from "./portal";
import { endOtherSessions, endOwnSession } from "./portal-sessions";
import { signOut } from "./sign-out";

const { portal, sts } = portalWithSts();
const DEVELOPER = { accountId: ACCOUNT, roleName: "Developer" };
const machine = (address = "198.51.100.7"): RequestContext => ({
  requestId: randomUUID(),
  address,
  userAgent: "Boto3/1.42",
});
const person = (change = {}, expiresAt?: Date) => signIn(portal(), { subject: randomUUID(), ...change }, expiresAt);

const ask = (caller: Caller, change: object = {}) =>
  makeLease({ ...caller, requestId: randomUUID() }, { ...DEVELOPER, name: "ci", durationSeconds: 3600, ...change });

async function lease(caller: Caller, change: object = {}) {
  const made = await ask(caller, change);
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}

const use = (change: Parameters<ReturnType<typeof portal>["use"]>[0]) => portal().use({ sts: sts().url, ...change });
const refusedWith = (code: string) => ({ ok: false, error: { code } });

describe("a lease", () => {
  test("gives credentials of its role, recorded with its name, id, address and program", async () => {
    const caller = await person();
    const { id, token, url } = await lease(caller);
    expect(url).toBe("https://aws.example.com/api/container-credentials");
    const context = machine();
    expect(await issueForLease(context, token)).toMatchObject({
      value: { accountId: ACCOUNT, credentials: { accessKeyId: "ASIAIOSFODNN7EXAMPLE" } },
    });
    const rows = await auditOf(portal(), { ...caller, ...context });
    expect(rows.map(({ kind }) => kind)).toEqual(["credentials.requested", "credentials.issued"]);
    for (const { subject, address, userAgent, detail } of rows) {
      expect([subject, address, userAgent]).toEqual([caller.session.identity.subject, "198.51.100.7", "Boto3/1.42"]);
      expect(detail).toMatchObject({ leaseName: "ci", leaseId: id });
    }
  });

  test("tells its person when, from where and how often it was used", async () => {
    const caller = await person();
    const { token } = await lease(caller);
    await issueForLease(machine("198.51.100.1"), token);
    await issueForLease(machine("198.51.100.2"), token);
    await expect
      .poll(() => describeLeases(caller))
      .toMatchObject([
        { name: "ci", uses: 2, lastAddress: "198.51.100.2", lastProgram: { browser: "boto3" }, isHeld: true },
      ]);
  });

  test("the reason given once goes with each of its sessions, and is held to the role's own rule", async () => {
    const caller = await person({ groups: ["payments-support"] });
    const support = { roleName: "Support" };
    expect(await ask(caller, support)).toMatchObject(refusedWith("reason_required"));
    expect(await ask(caller, { ...support, reason: "because" })).toMatchObject(refusedWith("reason_mismatch"));
    const { token } = await lease(caller, { ...support, reason: "OPS-7" });
    const context = machine();
    expect(await issueForLease(context, token)).toMatchObject({ ok: true });
    const [requested] = await auditOf(portal(), { ...caller, ...context });
    expect(requested?.detail).toMatchObject({ givenReason: "OPS-7" });
  });

  test("narrowed when it was made, it is narrowed at each use", async () => {
    const { token } = await lease(await person(), { scope: { readOnly: true } });
    await issueForLease(machine(), token);
    expect(sts().seen.at(-1)?.form.get("Policy")).toContain("Statement");
  });
});

describe("a role named by hand", () => {
  test("that the person does not hold, and that there is not, is refused in the same words", async () => {
    const caller = await person();
    expect(await ask(caller, { roleName: "Admin" })).toEqual(await ask(caller, { roleName: "Nobody" }));
    expect(await ask(caller, { roleName: "Admin" })).toMatchObject(refusedWith("role_not_granted"));
    expect(await describeLeases(caller)).toEqual([]);
  });

  test.each([
    ["Notebook", {}],
    ["Operator", { groups: ["payments-operators"] }],
    ["PowerUser", { idp: "workforce", protocol: "oidc" }],
  ])("%s needs the person for each session, and is not leased", async (roleName, change) => {
    const caller = await person(change);
    expect(await ask(caller, { roleName })).toMatchObject(refusedWith("lease_unsuited"));
    const offer = await offerLease(caller);
    expect(offer?.roles.map((role) => role.roleName)).not.toContain(roleName);
  });

  test("that was taken away a second ago gives nothing, and AWS is not asked", async () => {
    const caller = await person();
    const { token } = await lease(caller);
    use({ rules: [] });
    expect(await issueForLease(machine(), token)).toEqual(refusedWith("role_not_granted"));
    expect(sts().seen).toHaveLength(0);
    expect(await describeLeases({ ...caller })).toMatchObject([{ isHeld: false }]);
  });
});

describe("the end of a lease", () => {
  test("by its person; somebody else neither sees it nor ends it", async () => {
    const caller = await person();
    const { id, token } = await lease(caller);
    const mallory = await person();
    expect(await describeLeases(mallory)).toEqual([]);
    expect(await endOwnLease(mallory, id)).toEqual({ ok: false, error: "lease_not_found" });
    expect(await endOwnLeases(mallory)).toBe(0);
    expect(await issueForLease(machine(), token)).toMatchObject({ ok: true });
    expect(await endOwnLease(caller, id)).toMatchObject({ ok: true });
    expect(await issueForLease(machine(), token)).toEqual(refusedWith("lease_unknown"));
    const rows = await auditOf(portal(), caller);
    expect(rows).toMatchObject([{ kind: "lease.ended", detail: { leaseName: "ci", leaseId: id } }]);
  });

  test("with the sign-in: signed out, ended among the others, or over", async () => {
    const caller = await person();
    const { token } = await lease(caller);
    await signOut(caller);
    expect(await issueForLease(machine(), token)).toEqual(refusedWith("lease_unknown"));
    const [first, second] = [await person(), await person()];
    const other = await signIn(portal(), { subject: first.session.identity.subject });
    const leases = [await lease(first), await lease(other), await lease(second)];
    await endOtherSessions(first);
    const answers = await Promise.all(leases.map((one) => issueForLease(machine(), one.token)));
    expect(answers.map(({ ok }) => ok)).toEqual([true, false, true]);
    const late = await lease(await person({}, inSeconds(2000)), { durationSeconds: 40_000 });
    expect(late.expiresAt).toBe(inSeconds(2000).toISOString());
  });

  test("of one that outlives its sign-in: it lives on after a sign-out, not after the person ended the sign-in", async () => {
    use({ leases: { outliveSession: true } });
    const [left, ended] = [await person(), await person()];
    const [kept, stopped] = [await lease(left), await lease(ended)];
    await signOut(left);
    expect(await issueForLease(machine(), kept.token)).toMatchObject({ ok: true });
    await endOwnSession(ended, ended.session.id);
    expect(await issueForLease(machine(), stopped.token)).toEqual(refusedWith("lease_unknown"));
    const again = await signIn(portal(), { subject: left.session.identity.subject });
    expect(await describeLeases(again)).toMatchObject([{ id: kept.id }]);
    await endOtherSessions(again);
    expect(await issueForLease(machine(), kept.token)).toEqual(refusedWith("lease_unknown"));
  });

  test("a lease that ended with its sign-in does not come back when the configuration changes", async () => {
    const caller = await person();
    const { token } = await lease(caller);
    await signOut(caller);
    use({ leases: { outliveSession: true } });
    expect(await issueForLease(machine(), token)).toEqual(refusedWith("lease_unknown"));
  });

  test("its credentials end with it", async () => {
    const { token } = await lease(await person(), { durationSeconds: 1800 });
    const context = machine();
    await issueForLease(context, token);
    const [requested] = await portal().storage.db.auditEvent.findMany({ where: { requestId: context.requestId } });
    expect(requested?.detail).toMatchObject({ durationSeconds: 1800, limitedBy: "session" });
  });
});

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
