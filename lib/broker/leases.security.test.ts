import { describe, expect, test } from "vitest";
import { ask, lease, leasing, machine, refusedWith } from "./fixtures/leasing";
import { portalWithSts } from "./fixtures/portal-with-sts";
import { ACCOUNT, auditOf, inSeconds, signIn } from "./fixtures/test-portal";
import { issueForLease } from "./lease-credentials";
import { offerLease } from "./lease-offer";
import { describeLeases, endOwnLease, endOwnLeases } from "./leases";
import { endOtherSessions, endOwnSession } from "./portal-sessions";
import { signOut } from "./sign-out";

const { portal, sts } = portalWithSts();
const { person, use } = leasing(portal, sts);

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
