import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ACCOUNT, openTestPortal, signIn, type TestPortal } from "./fixtures/test-portal";
import type { GoQuery } from "./go-link";
import { planConsole } from "./plan-console";

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal();
});
afterAll(() => portal.stop());

const follow = async (query: GoQuery, groups = ["payments-dev"]) => {
  portal.use();
  return planConsole(await signIn(portal, { groups }), query);
};

/** The refusal but for the names, which are what was sent. */
const withoutNames = async (query: GoQuery, groups?: string[]) => {
  const plan = await follow(query, groups);
  return plan.ok ? plan.value : { ...plan.error, asked: null, place: null };
};

describe("a link to what the person does not hold", () => {
  test("reads the same whether the role is somebody else's or nobody's", async () => {
    const granted = await withoutNames({ account: ACCOUNT, role: "Admin" });
    const unknown = await withoutNames({ account: ACCOUNT, role: "Nobody" });
    expect(granted).toMatchObject({ code: "role_not_granted" });
    expect(granted).toEqual(unknown);
  });

  test("reads the same whether the account is somebody else's or nobody's, by id and by name", async () => {
    const nobody = ["all-staff"];
    const unknown = await withoutNames({ account: "999999999999", role: "Admin" }, nobody);
    expect(unknown).toMatchObject({ code: "role_not_granted", own: null });
    for (const account of [ACCOUNT, "payments-prod", "no-such-account"]) {
      expect(await withoutNames({ account, role: "Admin" }, nobody)).toEqual(unknown);
      expect(await withoutNames({ account }, nobody)).toEqual(unknown);
    }
  });

  test("says nothing of a destination or a Region for a role that is not theirs", async () => {
    const query = { account: ACCOUNT, role: "Admin" };
    const plain = await withoutNames(query);
    expect(await withoutNames({ ...query, destination: "https://evil.example/" })).toEqual(plain);
    expect(await withoutNames({ ...query, region: "cn-north-1" })).toEqual(plain);
  });

  test("offers the roles that they do hold there, and no other", async () => {
    const plan = await follow({ account: "payments-prod", role: "Admin" });
    expect(plan).toMatchObject({ ok: false, error: { own: { roleNames: ["Deployer", "Developer"] } } });
  });
});

const LONG = "x".repeat(10_000);

describe("a hostile link", () => {
  test.each<[string, GoQuery]>([
    ["10 kB of account", { account: LONG, role: "Developer" }],
    ["10 kB of role", { account: ACCOUNT, role: LONG }],
    ["an encoded name", { account: "payments%2Dprod", role: "Developer" }],
    ["a name encoded twice", { account: "payments%252Dprod", role: "Developer" }],
    ["javascript:", { account: "javascript:alert(1)", role: "javascript:alert(1)" }],
    ["control characters", { account: `${ACCOUNT}\u0000`, role: "Developer\u0007" }],
    ["right-to-left text", { account: "\u202e111122223333", role: "\u202eDeveloper" }],
    ["an object's own names", { account: "__proto__", role: "constructor" }],
    ["half a character", { account: "\ud800", role: "\udfff" }],
    ["a pattern", { account: "*", role: "*" }],
    ["an account's number with blanks within", { account: "1111 2222 3333", role: "Developer" }],
  ])("with %s is refused as any other, with names that can be shown", async (_what, query) => {
    const plan = await follow(query);
    expect(plan).toMatchObject({ ok: false, error: { code: "role_not_granted" } });
    const { account, role } = plan.ok ? { account: "", role: "" } : plan.error.asked;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(account + role).toMatch(/^[^\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\ud800-\udfff]{1,260}$/);
  });

  test("that repeats a parameter counts by the first of them", async () => {
    expect(await follow({ account: [ACCOUNT, "999999999999"], role: ["Developer", "Admin"] })).toMatchObject({
      ok: true,
      value: { roles: [{ roleName: "Developer" }] },
    });
    expect(await follow({ account: [ACCOUNT], role: ["Admin", "Developer"] })).toMatchObject({ ok: false });
    expect(await follow({ account: [], role: [] })).toMatchObject({ ok: false });
  });

  test.each<[string, string]>([
    ["other_site", "javascript:alert(document.domain)"],
    ["other_site", "data:text/html,<script>alert(1)</script>"],
    ["other_site", "https://evil.example/"],
    ["other_site", "https://console.aws.amazon.com.evil.example/"],
    ["other_site", "//evil.example".replace("//", "https://")],
    ["no_address", "//console.aws.amazon.com/s3"],
    ["no_address", "https%3A%2F%2Fconsole.aws.amazon.com%2Fs3"],
    ["unclear", "https://console.aws.amazon.com\\@evil.example/"],
    ["unclear", "https://console.aws.amazon.com/\u202e\u0000"],
    ["unclear", "https://ben@console.aws.amazon.com/"],
    ["other_partition", "https://console.amazonaws.cn/s3"],
    ["not_https", "http://console.aws.amazon.com/s3"],
    ["too_long", `https://console.aws.amazon.com/${LONG}`],
  ])("with a foreign destination is told that it is %s (%s)", async (destinationProblem, destination) => {
    const plan = await follow({ account: ACCOUNT, role: "Developer", destination });
    expect(plan).toMatchObject({ ok: false, error: { code: "destination_not_allowed", destinationProblem } });
  });

  test.each(["cn-north-1", "eu-west-1.evil.example", "../x", LONG])(
    "to the Region %.30s is refused",
    async (region) => {
      const plan = await follow({ account: ACCOUNT, role: "Developer", region });
      expect(plan).toMatchObject({ ok: false, error: { code: "region_not_in_partition" } });
    },
  );
});

describe("a link that names no role", () => {
  test("offers what opens a console from this sign-in, what was used here first", async () => {
    const caller = await signIn(portal);
    const plan = await planConsole(caller, { account: "payments-prod" });
    expect(plan.ok ? plan.value.roles.map(({ roleName }) => roleName) : []).toEqual(["Deployer", "Developer"]);
    const role = { accountId: ACCOUNT, roleName: "Developer", roleArn: null };
    const { requestId, address, userAgent, session } = caller;
    await portal.use().record({
      ...{ at: new Date("2026-11-20T12:00:00Z"), kind: "console.opened", outcome: "granted", detail: {}, role },
      ...{ requestId, address, userAgent, actor: session.identity, sessionId: session.id },
    });
    const next = await planConsole(caller, { account: "payments-prod" });
    expect(next.ok ? next.value.roles.map(({ roleName }) => roleName) : []).toEqual(["Developer", "Deployer"]);
  });

  test("takes the only role there is, and says so", async () => {
    expect(await follow({ account: "PAYMENTS-PROD" }, ["platform-admins"])).toMatchObject({
      ok: true,
      value: { isOnlyRole: true, roles: [{ roleName: "Admin" }] },
    });
  });

  test("to an account that is reached with an IAM user only says that", async () => {
    const plan = await follow({ account: ACCOUNT }, ["payments-operators"]);
    expect(plan).toMatchObject({ ok: false, error: { code: "iam_user_needed" } });
  });
});

test("the session in a copied console address is left behind", async () => {
  const destination = "https://111122223333-ab12cd34.eu-west-1.console.aws.amazon.com/s3/home";
  expect(await follow({ account: ACCOUNT, role: "developer", destination })).toMatchObject({
    ok: true,
    value: { destination: "https://eu-west-1.console.aws.amazon.com/s3/home", roles: [{ roleName: "Developer" }] },
  });
});
