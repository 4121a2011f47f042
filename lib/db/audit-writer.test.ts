import { expect, test } from "vitest";
import type { AuditEntry } from "#lib/audit/event";
import { createAuditWriter } from "./audit-writer";

const entry = (requestId: string): AuditEntry => ({
  at: new Date("2026-03-02T09:00:00Z"),
  kind: "credentials.requested",
  outcome: "requested",
  requestId,
  address: null,
  userAgent: null,
  actor: null,
  sessionId: null,
  role: null,
  detail: {},
});

const REQUEST_ID = 3;
const COLUMNS = 14;
const idsOf = (parameters: readonly unknown[]) => parameters.filter((_, index) => index % COLUMNS === REQUEST_ID);

/** A database that takes a moment over each statement, and none that holds `refused`. */
function openDatabase(refused: string | null = null) {
  const statements: (readonly unknown[])[] = [];
  const query = async (_sql: string, parameters: readonly unknown[]) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (idsOf(parameters).includes(refused)) throw new Error("refused by the database");
    statements.push(idsOf(parameters));
    return [];
  };
  return { statements, record: createAuditWriter(query) };
}

test("what comes while a statement is under way is written together, in order", async () => {
  const { statements, record } = openDatabase();
  await Promise.all(["a", "b", "c", "d"].map((id) => record(entry(id))));
  expect(statements).toEqual([["a"], ["b", "c", "d"]]);
  await record(entry("e"));
  expect(statements.at(-1)).toEqual(["e"]);
});

test("an entry that is not taken rejects for whoever brought it, and for nobody else", async () => {
  const { statements, record } = openDatabase("c");
  const results = await Promise.allSettled(["a", "b", "c", "d"].map((id) => record(entry(id))));
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
  expect(statements.flat().sort()).toEqual(["a", "b", "d"]);
  await expect(record(entry("e"))).resolves.toBeUndefined();
});

test("nothing is resolved before its statement is committed", async () => {
  let commit = (): void => undefined;
  const query = () => new Promise<readonly unknown[]>((resolve) => (commit = () => resolve([])));
  let isDone = false;
  const done = createAuditWriter(query)(entry("a")).then(() => {
    isDone = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(isDone).toBe(false);
  commit();
  await done;
  expect(isDone).toBe(true);
});

test("no statement grows beyond fifty entries", async () => {
  const { statements, record } = openDatabase();
  await Promise.all(Array.from({ length: 121 }, (_, index) => record(entry(String(index)))));
  expect(statements.map((ids) => ids.length)).toEqual([1, 50, 50, 20]);
});
