import { beforeEach, describe, expect, test } from "vitest";
import { HOSTS, openForTests } from "./fixtures/hosts";
import { findRememberedScopes, removeRememberedScope, saveRememberedScope } from "./remembered-scopes";

const NOW = new Date("2026-11-21T10:00:00Z");
const inSeconds = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const alice = { idp: "corp", subject: "alice" };
const admin = { ...alice, accountId: "111111111111", roleName: "Admin" };
const reader = { ...alice, accountId: "111111111111", roleName: "team/Reader" };

describe.each(Object.entries(HOSTS))("on %s", (_name, open) => {
  const database = openForTests(open);
  beforeEach(async () => {
    await database.client.rememberedScope.deleteMany();
  });

  test("a scope comes back for its role as it was saved, newest first", async () => {
    const scope = { readOnly: true, services: ["s3", "ec2"], custom: '{"Statement": []}', myAddress: false };
    await saveRememberedScope(database.client, admin, scope, NOW);
    await saveRememberedScope(database.client, reader, { region: "eu-west-1" }, inSeconds(1));
    expect(await findRememberedScopes(database.client, alice)).toEqual([
      { accountId: "111111111111", roleName: "team/Reader", scope: { region: "eu-west-1" } },
      { accountId: "111111111111", roleName: "Admin", scope },
    ]);
  });

  test("a later scope takes the place of the earlier one, eight at once included", async () => {
    const save = (second: number) =>
      saveRememberedScope(database.client, admin, { noIam: true, region: `eu-west-${second}` }, inSeconds(second));
    await Promise.all(Array.from({ length: 8 }, (_, index) => save(index + 1)));
    await save(9);
    const found = await findRememberedScopes(database.client, alice);
    expect(found.map(({ scope }) => scope)).toEqual([{ noIam: true, region: "eu-west-9" }]);
  });

  test("nobody sees, changes or removes another person's", async () => {
    await saveRememberedScope(database.client, admin, { noIam: true }, NOW);
    for (const other of [
      { idp: "corp", subject: "mallory" },
      { idp: "other", subject: "alice" },
    ]) {
      await saveRememberedScope(database.client, { ...admin, ...other }, {}, NOW);
      await removeRememberedScope(database.client, { ...admin, ...other });
      expect(await findRememberedScopes(database.client, other)).toEqual([]);
    }
    expect(await findRememberedScopes(database.client, alice)).toHaveLength(1);
  });

  test("a scope is forgotten, and forgetting twice is no mistake", async () => {
    await saveRememberedScope(database.client, admin, { noIam: true }, NOW);
    await removeRememberedScope(database.client, admin);
    await removeRememberedScope(database.client, admin);
    expect(await findRememberedScopes(database.client, alice)).toEqual([]);
  });

  test("the 501st makes room for itself: the one that was not used for longest goes, of this person only", async () => {
    const row = (index: number) => ({
      ...admin,
      roleName: `Role${index}`,
      scope: { noIam: true },
      updatedAt: inSeconds(index),
    });
    await database.client.rememberedScope.createMany({ data: Array.from({ length: 500 }, (_, index) => row(index)) });
    await saveRememberedScope(database.client, { ...admin, subject: "bob" }, { noIam: true }, inSeconds(-1));
    await saveRememberedScope(database.client, admin, { readOnly: true }, inSeconds(1000));
    const names = (await findRememberedScopes(database.client, alice)).map(({ roleName }) => roleName);
    expect(names).toHaveLength(500);
    expect(names[0]).toBe("Admin");
    expect(names).not.toContain("Role0");
    expect(await findRememberedScopes(database.client, { idp: "corp", subject: "bob" })).toHaveLength(1);
  });

  test("what an older or newer version wrote and this one cannot read is left out", async () => {
    const rows = [{ admin: true }, { services: "s3" }, [], { noIam: true }];
    await database.client.rememberedScope.createMany({
      data: rows.map((scope, index) => ({ ...admin, roleName: `Role${index}`, scope, updatedAt: NOW })),
    });
    expect(await findRememberedScopes(database.client, alice)).toEqual([
      { accountId: "111111111111", roleName: "Role3", scope: { noIam: true } },
    ]);
  });
});
