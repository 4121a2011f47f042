import { describe, expect, test } from "vitest";
import { portalWithSts } from "./fixtures/portal-with-sts";
import { ACCOUNT, auditOf, inSeconds, signIn } from "./fixtures/test-portal";
import { issueCredentials } from "./issue-credentials";
import { listRoles } from "./list-roles";

const { portal, sts } = portalWithSts();

const ask = async (durationSeconds: number | undefined, sessionEndsAt?: Date) => {
  const caller = await signIn(portal(), {}, sessionEndsAt);
  return {
    caller,
    issued: await issueCredentials(caller, { accountId: ACCOUNT, roleName: "Developer", durationSeconds }),
  };
};
const sentDuration = () => sts().seen[0]?.form.get("DurationSeconds");

describe("duration beyond the role, the path, the sign-in", () => {
  test("what fits is asked for as it is", async () => {
    await ask(1800);
    expect(sentDuration()).toBe("1800");
  });

  test("beyond the role's maximum is cut to it, and says so", async () => {
    const { caller, issued } = await ask(43_200);
    expect(sentDuration()).toBe("7200");
    expect(issued).toMatchObject({ value: { durationSeconds: 7200, maxDurationSeconds: 7200, limitedBy: "role" } });
    expect((await auditOf(portal(), caller))[0]?.detail).toMatchObject({ durationSeconds: 7200, limitedBy: "role" });
  });

  test("beyond the sign-in is cut to what is left of it, and says so", async () => {
    const { caller, issued } = await ask(7200, inSeconds(3000));
    expect(sentDuration()).toBe("3000");
    expect(issued).toMatchObject({ value: { durationSeconds: 3000, limitedBy: "session" } });
    const [account] = await listRoles(caller);
    expect(account?.roles.find(({ roleName }) => roleName === "Developer")).toMatchObject({
      maxDurationSeconds: 3000,
      limitedBy: "session",
    });
  });

  test("credentials outlive the sign-in only where the configuration allows it", async () => {
    portal().use({ sts: sts().url, capCredentialsToSession: false });
    await ask(7200, inSeconds(3000));
    expect(sentDuration()).toBe("7200");
  });

  test("a sign-in with less than AWS's quarter of an hour left is refused and recorded, and AWS is not asked", async () => {
    const { caller, issued } = await ask(undefined, inSeconds(899));
    expect(issued).toEqual({ ok: false, error: { code: "duration_below_minimum" } });
    expect(sts().seen).toHaveLength(0);
    expect(await auditOf(portal(), caller)).toMatchObject([
      { kind: "credentials.refused", detail: { reason: "duration_below_minimum", grantedBy: ["access.rules[0]"] } },
    ]);
  });

  test.each([1, 899])("%i seconds, which AWS never gives, are refused", async (seconds) => {
    expect((await ask(seconds)).issued).toMatchObject({ error: { code: "duration_below_minimum" } });
  });
});
