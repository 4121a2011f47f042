import { beforeEach, describe, expect, test } from "vitest";
import { HOSTS, openForTests } from "./fixtures/hosts";
import { findRolePreferences, noteRoleUse, saveFavouriteOrder, saveRolePreference } from "./role-preferences";
import { sweepExpired } from "./sweep";
import { findViewPreference, saveViewPreference } from "./view-preferences";

const NOW = new Date("2026-11-21T10:00:00Z");
const inDays = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const alice = { idp: "corp", subject: "alice" };
const strangers = [
  { idp: "corp", subject: "mallory" },
  { idp: "other", subject: "alice" },
];
const roleOf = (roleName: string) => ({ accountId: "111111111111", roleName });
const admin = roleOf("Admin");
const reader = roleOf("team/Reader");
const use = { ...admin, kind: "console" as const, region: "eu-central-1", durationSeconds: 7200 };

describe.each(Object.entries(HOSTS))("on %s", (_name, open) => {
  const database = openForTests(open);
  beforeEach(async () => {
    await database.client.rolePreference.deleteMany();
    await database.client.viewPreference.deleteMany();
  });
  const find = (owner = alice) => findRolePreferences(database.client, owner);

  test("favourites come first, in their order; a name stays when the star goes, and a row that says nothing goes", async () => {
    await saveRolePreference(database.client, alice, reader, { alias: "Just looking" });
    await saveRolePreference(database.client, alice, admin, { position: 1 });
    await saveRolePreference(database.client, alice, roleOf("Deployer"), { position: 0 });
    expect((await find()).map(({ roleName, position }) => [roleName, position])).toEqual([
      ["Deployer", 0],
      ["Admin", 1],
      ["team/Reader", null],
    ]);
    await saveRolePreference(database.client, alice, reader, { position: 2 });
    await saveRolePreference(database.client, alice, reader, { position: null });
    await saveRolePreference(database.client, alice, admin, { position: null });
    expect((await find()).map(({ roleName, alias }) => [roleName, alias])).toEqual([
      ["Deployer", null],
      ["team/Reader", "Just looking"],
    ]);
  });

  test("an order is given to favourites alone, and makes none", async () => {
    for (const [position, name] of ["A", "B", "C"].entries()) {
      await saveRolePreference(database.client, alice, roleOf(name), { position });
    }
    await saveRolePreference(database.client, alice, reader, { alias: "No favourite" });
    await saveFavouriteOrder(database.query, alice, [roleOf("C"), reader, roleOf("A"), roleOf("Unknown"), roleOf("B")]);
    const names = (await find()).map(({ roleName, position }) => [roleName, position !== null]);
    expect(names).toEqual([
      ["C", true],
      ["A", true],
      ["B", true],
      ["team/Reader", false],
    ]);
  });

  test("a use counts one, a week halves what was, and the last one is kept as it was", async () => {
    await noteRoleUse(database.query, alice, { ...use, region: null, durationSeconds: null }, { at: NOW, times: 1 });
    await noteRoleUse(database.query, alice, { ...use, kind: "credentials" }, { at: NOW, times: 1 });
    await noteRoleUse(database.query, alice, use, { at: inDays(7), times: 1 });
    expect(await find()).toEqual([
      {
        ...admin,
        position: null,
        alias: null,
        score: 2,
        lastUsedAt: inDays(7),
        lastKind: "console",
        lastRegion: "eu-central-1",
        lastDurationSeconds: 7200,
      },
    ]);
  });

  test("uses at the same moment all count; a clock that ran ahead makes no score grow", async () => {
    await Promise.all(Array.from({ length: 8 }, () => noteRoleUse(database.query, alice, use, { at: NOW, times: 1 })));
    expect((await find())[0]?.score).toBe(8);
    await noteRoleUse(database.query, alice, use, { at: inDays(-70), times: 1 });
    expect((await find())[0]?.score).toBe(9);
    await noteRoleUse(database.query, alice, use, { at: inDays(-70), times: 3 });
    expect((await find())[0]?.score).toBe(12);
  });

  test("a favourite that was never used begins to count with its first use", async () => {
    await saveRolePreference(database.client, alice, admin, { position: 0 });
    await noteRoleUse(database.query, alice, use, { at: NOW, times: 1 });
    expect(await find()).toMatchObject([{ position: 0, score: 1, lastKind: "console" }]);
  });

  test("the 501st used role makes room for itself; favourites, names and other people's stay", async () => {
    const rows = Array.from({ length: 500 }, (_, index) => ({
      ...alice,
      ...roleOf(`Role${index}`),
      score: 1,
      lastUsedAt: inDays(-index - 1),
    }));
    const old = { score: 1, lastUsedAt: inDays(-9999) };
    await database.client.rolePreference.createMany({
      data: [
        ...rows,
        { ...alice, ...roleOf("Starred"), ...old, position: 0 },
        { ...alice, ...roleOf("Named"), ...old, alias: "Mine" },
        { ...alice, subject: "bob", ...roleOf("Bobs"), ...old },
      ],
    });
    await noteRoleUse(database.query, alice, use, { at: NOW, times: 1 });
    const names = (await find()).map(({ roleName }) => roleName);
    expect(names).toHaveLength(502);
    expect(names).toEqual(expect.arrayContaining(["Admin", "Starred", "Named", "Role498"]));
    expect(names).not.toContain("Role499");
    expect(await find({ idp: "corp", subject: "bob" })).toHaveLength(1);
  });

  test("sweeping forgets what was not used for a year, but no favourite and no name", async () => {
    const old = { score: 1, lastUsedAt: inDays(-366) };
    await database.client.rolePreference.createMany({
      data: [
        { ...alice, ...roleOf("Old"), ...old },
        { ...alice, ...roleOf("Recent"), ...old, lastUsedAt: inDays(-364) },
        { ...alice, ...roleOf("Starred"), ...old, position: 0 },
        { ...alice, ...roleOf("Named"), ...old, alias: "Mine" },
      ],
    });
    await sweepExpired(database.client, NOW);
    expect((await find()).map(({ roleName }) => roleName).sort()).toEqual(["Named", "Recent", "Starred"]);
  });

  test("nobody sees, changes or orders another person's", async () => {
    await saveRolePreference(database.client, alice, admin, { position: 5 });
    await saveViewPreference(database.client, alice, { grouping: "flat" });
    for (const stranger of strangers) {
      await saveRolePreference(database.client, stranger, admin, { alias: "Theirs" });
      await saveFavouriteOrder(database.query, stranger, [admin]);
      await noteRoleUse(database.query, stranger, use, { at: NOW, times: 1 });
      await saveRolePreference(database.client, stranger, admin, { alias: null });
      await saveViewPreference(database.client, stranger, { welcomed: true });
      expect(await find(stranger)).toMatchObject([{ position: null, alias: null, score: 1 }]);
    }
    expect(await find()).toMatchObject([{ position: 5, alias: null, score: 0, lastUsedAt: null }]);
    expect(await findViewPreference(database.client, alice)).toMatchObject({ grouping: "flat", welcomed: false });
  });

  test("a view is as it comes until something is said, and each thing is said by itself", async () => {
    expect(await findViewPreference(database.client, alice)).toEqual({
      grouping: "account",
      collapsed: [],
      welcomed: false,
    });
    await saveViewPreference(database.client, alice, { collapsed: ["111111111111"] });
    await saveViewPreference(database.client, alice, { welcomed: true });
    await saveViewPreference(database.client, alice, { grouping: "flat" });
    const said = { grouping: "flat", collapsed: ["111111111111"], welcomed: true };
    expect(await findViewPreference(database.client, alice)).toMatchObject(said);
  });

  test("a grouping of another version counts as none said", async () => {
    await database.client.viewPreference.create({ data: { ...alice, grouping: "by-moon", welcomed: true } });
    expect(await findViewPreference(database.client, alice)).toMatchObject({ grouping: "account", welcomed: true });
  });
});
