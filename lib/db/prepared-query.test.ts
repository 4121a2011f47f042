import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Query } from "./open-database";
import { createPreparedQuery } from "./prepared-query";

let pglite: PGlite;
let query: Query;
beforeAll(async () => {
  pglite = await PGlite.create();
  await pglite.exec(`CREATE TABLE "Thing" ("id" UUID PRIMARY KEY, "at" TIMESTAMPTZ(3), "count" INTEGER, "large" BIGINT,
    "isLive" BOOLEAN, "names" TEXT[], "detail" JSONB, "text" TEXT)`);
  query = await createPreparedQuery(pglite);
});
afterAll(() => pglite.close());

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
const INSERT = `INSERT INTO "Thing" VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING *`;
const AT = new Date("2026-11-21T10:00:00.123Z");

test.each([
  ["all kinds", [id(1), AT, 7, 9_007_199_254_740_993n, true, ["a", 'b"c', "d,e", ""], { a: [1, null] }, "ä'€\n\\"]],
  ["nothing", [id(2), null, null, null, null, null, null, null]],
  ["JSON as text, empty texts and lists", [id(3), AT, -1, 0, false, [], '{"b":"x"}', ""]],
])("values are written and read as PGlite's own query does: %s", async (_name, values) => {
  const [own] = (await pglite.query(INSERT, values)).rows;
  await pglite.exec(`DELETE FROM "Thing"`);
  for (let round = 0; round < 8; round++) {
    expect(await query(INSERT, values)).toEqual([own]);
    expect(await query(`DELETE FROM "Thing" WHERE "id" = $1`, [values[0]])).toEqual([]);
  }
});

test("what is refused throws, and the next statement is not harmed", async () => {
  const values = [id(4), AT, 1, 1, true, [], {}, "once"];
  await query(INSERT, values);
  await expect(query(INSERT, values)).rejects.toThrow(/duplicate key/);
  await expect(query("SELECT nonsense", [])).rejects.toThrow(/nonsense/);
  await expect(query(`SELECT 1 WHERE $1::int = 1`, ["no number"])).rejects.toThrow();
  expect(await query(`SELECT "text" FROM "Thing" WHERE "id" = $1`, [id(4)])).toEqual([{ text: "once" }]);
});

test("a statement waits for somebody's transaction: it neither sees it nor goes with it when that is rolled back", async () => {
  let onOpen = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    onOpen = resolve;
  });
  const rolledBack = pglite
    .transaction(async (tx) => {
      await tx.query(INSERT, [id(5), AT, 1, 1, true, [], {}, "theirs"]);
      onOpen();
      await new Promise((resolve) => setTimeout(resolve, 50));
      throw new Error("rolled back");
    })
    .catch(() => "rolled back");
  await opened;
  await query(INSERT, [id(6), AT, 1, 1, true, [], {}, "ours"]);
  expect(await rolledBack).toBe("rolled back");
  const found = await query(`SELECT "text" FROM "Thing" WHERE "id" = $1 OR "id" = $2`, [id(5), id(6)]);
  expect(found).toEqual([{ text: "ours" }]);
});

test("many at once are each answered with their own", async () => {
  const numbers = Array.from({ length: 200 }, (_, number) => number);
  const answers = await Promise.all(numbers.map((number) => query("SELECT $1::int AS number", [number])));
  expect(answers).toEqual(numbers.map((number) => [{ number }]));
});
