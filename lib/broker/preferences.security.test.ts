import { describe, expect, test } from "vitest";
import { changeRolePreference, changeView, favouriteOrder, orderFavourites, viewChange } from "./change-preferences";
import { portalWithSts } from "./fixtures/portal-with-sts";
import { ACCOUNT, NOW, signIn } from "./fixtures/test-portal";
import { issueCredentials } from "./issue-credentials";
import { listPreferences } from "./list-preferences";

const { portal, sts } = portalWithSts();

const roleOf = (roleName: string, accountId = ACCOUNT) => ({ accountId, roleName });
const developer = roleOf("Developer");
const deployer = roleOf("Deployer");
const ok = { ok: true, value: null };
const refused = (code: string) => ({ ok: false, error: { code } });

/** Somebody new, so that each test begins with nothing. */
let count = 0;
const somebody = (groups = ["payments-dev"]) => signIn(portal(), { subject: `person-${count++}`, groups });
const favouritesOf = async (caller: Awaited<ReturnType<typeof somebody>>) =>
  (await listPreferences(caller)).roles
    .filter(({ position }) => position !== null)
    .map(({ roleName, position }) => [position, roleName]);

describe("a role that the person does not hold", () => {
  const hostile = [
    ["of another group", roleOf("Admin")],
    ["that there is not", roleOf("Nothing")],
    ["in an account that there is not", roleOf("Developer", "999999999999")],
    ["of their rules, but through another identity provider", roleOf("PowerUser")],
    ["of their rules, but not in their assertion", roleOf("Notebook")],
    ["by a property that every object has", roleOf("__proto__")],
  ] as const;

  test.each(hostile)(
    "%s becomes no favourite, gets no name, has no order; all of them are refused alike",
    async (_n, role) => {
      const caller = await somebody();
      expect(await changeRolePreference(caller, { ...role, isFavourite: true })).toEqual(refused("role_not_granted"));
      expect(await changeRolePreference(caller, { ...role, isFavourite: false })).toEqual(refused("role_not_granted"));
      expect(await changeRolePreference(caller, { ...role, alias: "Mine" })).toEqual(refused("role_not_granted"));
      expect(await orderFavourites(caller, { roles: [role] })).toEqual(refused("role_not_granted"));
      expect((await listPreferences(caller)).roles).toEqual([]);
    },
  );

  test("is not shown any more once it is lost, leaves no gap, and is back where it was when it is held again", async () => {
    const both = await somebody(["payments-dev", "platform-admins"]);
    for (const role of [developer, roleOf("Admin"), deployer]) {
      await changeRolePreference(both, { ...role, isFavourite: true });
    }
    await changeRolePreference(both, { ...roleOf("Admin"), alias: "Careful" });
    const { subject } = both.session.identity;
    const fewer = await signIn(portal(), { subject });
    expect(JSON.stringify(await listPreferences(fewer))).not.toMatch(/Admin|Careful/);
    expect(await favouritesOf(fewer)).toEqual([
      [0, "Developer"],
      [1, "Deployer"],
    ]);
    // Put in another order meanwhile, the lost one keeps its place between them.
    expect(await orderFavourites(fewer, { roles: [deployer, developer] })).toEqual(ok);
    expect(await favouritesOf(both)).toEqual([
      [0, "Deployer"],
      [1, "Admin"],
      [2, "Developer"],
    ]);
  });
});

describe("another person", () => {
  test("with the same subject at another identity provider sees nothing of it, and changes nothing", async () => {
    const alice = await somebody();
    await changeRolePreference(alice, { ...developer, isFavourite: true });
    await changeRolePreference(alice, { ...developer, alias: "Mine" });
    await changeView(alice, { collapsed: [ACCOUNT] });
    const { subject } = alice.session.identity;
    const twin = await signIn(portal(), { subject, idp: "workforce" });
    expect(await listPreferences(twin)).toEqual({
      roles: [],
      view: { grouping: "account", collapsed: [], welcomed: false },
    });
    await changeRolePreference(twin, { ...developer, isFavourite: false });
    await changeView(twin, { collapsed: [] });
    expect(await listPreferences(alice)).toMatchObject({
      roles: [{ ...developer, position: 0, alias: "Mine" }],
      view: { collapsed: [ACCOUNT] },
    });
  });
});

describe("limits", () => {
  const fill = (caller: Awaited<ReturnType<typeof somebody>>, length: number, columns: object) => {
    const { idp, subject } = caller.session.identity;
    const row = (index: number) => ({ idp, subject, ...roleOf(`Other${index}`), ...columns });
    return portal().storage.db.rolePreference.createMany({ data: Array.from({ length }, (_, index) => row(index)) });
  };

  test("the 201st favourite is refused; one that is one already is not", async () => {
    const caller = await somebody();
    await fill(caller, 199, { position: 7 });
    expect(await changeRolePreference(caller, { ...developer, isFavourite: true })).toEqual(ok);
    expect(await changeRolePreference(caller, { ...deployer, isFavourite: true })).toEqual(refused("favourites_full"));
    expect(await changeRolePreference(caller, { ...developer, isFavourite: true })).toEqual(ok);
  });

  test("the 501st name is refused; another one in place of an old one is not", async () => {
    const caller = await somebody();
    await fill(caller, 499, { alias: "x" });
    expect(await changeRolePreference(caller, { ...developer, alias: "Mine" })).toEqual(ok);
    expect(await changeRolePreference(caller, { ...deployer, alias: "Mine too" })).toEqual(refused("own_names_full"));
    expect(await changeRolePreference(caller, { ...developer, alias: "Ours" })).toEqual(ok);
  });

  test.each([
    ["nothing", ""],
    ["blanks", "  \u00a0 "],
    ["61 characters", "x".repeat(61)],
    ["a line break", "prod\nsafe"],
    ["NUL", "a\u0000b"],
    ["half a character", "a\ud800b"],
    ["an override of the direction", "dev\u202edorp"],
    ["an isolate that is left open", "\u2066prod"],
    ["a mark that turns the direction", "prod\u200f"],
    ["only what is not seen", "\u200b\u2060"],
  ])("a name of %s is refused", async (_name, alias) => {
    const caller = await somebody();
    expect(await changeRolePreference(caller, { ...developer, alias })).toEqual(refused("own_name_invalid"));
    expect((await listPreferences(caller)).roles).toEqual([]);
  });

  test.each(["עבודה", "👩‍💻 deploys", "x".repeat(60), "👍".repeat(60), "  around  "])(
    "a name such as %s is kept",
    async (alias) => {
      const caller = await somebody();
      expect(await changeRolePreference(caller, { ...developer, alias })).toEqual(ok);
      expect((await listPreferences(caller)).roles[0]?.alias).toBe(alias.trim());
    },
  );

  test("of what a body may hold: unknown keys, too many accounts and what is no id are refused", () => {
    const ids = (length: number) => Array.from({ length }, (_, index) => String(100_000_000_000 + index));
    expect(viewChange.safeParse({ collapsed: ids(2000) }).success).toBe(true);
    expect(viewChange.safeParse({ collapsed: ids(2001) }).success).toBe(false);
    expect(viewChange.safeParse({ collapsed: ["../../etc"] }).success).toBe(false);
    expect(viewChange.safeParse({ subject: "mallory" }).success).toBe(false);
    expect(favouriteOrder.safeParse({ roles: Array.from({ length: 201 }, () => developer) }).success).toBe(false);
  });

  test("an account that was closed is not named to somebody who lost it", async () => {
    const caller = await somebody();
    await changeView(caller, { collapsed: [ACCOUNT, "222222222222"] });
    expect((await listPreferences(caller)).view.collapsed).toEqual([ACCOUNT]);
  });
});

describe("a use", () => {
  test("is noted once credentials were given, with Region and duration; the score fades as the weeks pass", async () => {
    const caller = await somebody();
    await issueCredentials(caller, { ...developer, durationSeconds: 1800 });
    const noted = async () => (await listPreferences(caller)).roles;
    const last = { kind: "credentials", region: "eu-west-1", durationSeconds: 1800 };
    await expect.poll(noted).toMatchObject([{ ...developer, score: 1, lastUsedAt: NOW.toISOString(), last }]);
    portal().use({ sts: sts().url, now: new Date(NOW.getTime() + 14 * 86_400_000) });
    expect(await noted()).toMatchObject([{ score: 0.25 }]);
  });

  test("that cannot be noted costs nobody their credentials, and the answer does not wait for it", async () => {
    const caller = await somebody();
    const used = portal().use({ sts: sts().url });
    const asked: string[] = [];
    const query = (sql: string, parameters: readonly unknown[]) => {
      asked.push(sql);
      if (sql.includes('"RolePreference"')) throw new Error("the table is locked");
      return portal().storage.query(sql, parameters);
    };
    globalThis.gatehousePortal = Promise.resolve({ ...used, storage: { ...used.storage, query } });
    expect(await issueCredentials(caller, developer)).toMatchObject({ ok: true });
    const attempts = () => asked.filter((sql) => sql.includes('"RolePreference"')).length;
    expect(attempts()).toBe(0);
    await expect.poll(attempts).toBe(1);
  });

  test("is not noted when AWS was not asked", async () => {
    const caller = await somebody();
    await issueCredentials(caller, roleOf("Admin"));
    await issueCredentials(caller, { ...developer, durationSeconds: 1 });
    await new Promise((resolve) => setTimeout(resolve, 60));
    const { idp, subject } = caller.session.identity;
    expect(await portal().storage.db.rolePreference.count({ where: { idp, subject } })).toBe(0);
  });
});
