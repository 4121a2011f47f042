import { afterEach, beforeEach, expect, test } from "vitest";
import { findRolePreferences } from "#lib/db/role-preferences";
import { openTestPortal, signIn, type TestPortal } from "./fixtures/test-portal";
import { noteUse } from "./note-use";

let fixture: TestPortal;

beforeEach(async () => {
  fixture = await openTestPortal();
});

afterEach(() => fixture.stop());

const ROLE = { accountId: "111111111111", roleName: "Developer", region: "eu-west-1", durationSeconds: null } as const;

test("uses in a quick row are all counted, in two statements, and the last one is kept", async () => {
  const portal = fixture.use();
  const statements: string[] = [];
  const query: typeof portal.storage.query = (sql, parameters) => {
    statements.push(sql);
    return portal.storage.query(sql, parameters);
  };
  const watched = { ...portal, storage: { ...portal.storage, query } };
  const caller = await signIn(fixture);
  for (let time = 0; time < 50; time++) noteUse(watched, caller, { ...ROLE, kind: "credentials" });
  noteUse(watched, caller, { ...ROLE, kind: "console" });
  const find = async () => (await findRolePreferences(portal.storage.db, caller.session.identity))[0];
  await expect.poll(async () => (await find())?.score, { timeout: 5000 }).toBe(51);
  expect(await find()).toMatchObject({ lastKind: "console", roleName: "Developer" });
  expect(statements.filter((sql) => sql.includes("INSERT"))).toHaveLength(2);
});
