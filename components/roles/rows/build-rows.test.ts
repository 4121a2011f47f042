import { expect, test } from "vitest";
import { createDirectory } from "../directory/directory";
import { roleItem } from "../fixtures/role-item";
import type { RoleView } from "../role-view";
import { buildRows, type RowOptions } from "./build-rows";

const account = (accountId: string, names: readonly string[]): RoleView => ({
  accountId,
  accountName: accountId,
  labels: {},
  region: "eu-west-1",
  environment: null,
  roles: names.map(roleItem),
});

const DIRECTORY = createDirectory([account("a", ["A1", "A2"]), account("b", ["B1"])]);
const list = (entries: readonly number[], options: Partial<RowOptions> = {}, limit?: number) =>
  buildRows(DIRECTORY, entries, { grouping: "account", collapsed: new Set(), ...options }, limit).map((row) =>
    row.kind === "account" ? `${row.key}:${row.count}${row.isOpen ? "" : " closed"}` : `${row.at} ${row.key}`,
  );

test("accounts stand in the order of their first role, with their roles in the given order", () => {
  expect(list([2, 1, 0])).toEqual(["b:1", "0 b/B1", "a:2", "1 a/A2", "2 a/A1"]);
});

test("a closed account keeps its line and its count, and its roles take no place", () => {
  expect(list([0, 1, 2], { collapsed: new Set(["a"]) })).toEqual(["a:2 closed", "b:1", "0 b/B1"]);
});

test("a flat list has no accounts", () => {
  expect(list([2, 0], { grouping: "flat", collapsed: new Set(["a"]) })).toEqual(["0 b/B1", "1 a/A1"]);
});

test.each(["account", "flat"] as const)("the first lines, %s, are those of the whole list", (grouping) => {
  const whole = list([2, 1, 0], { grouping });
  for (let limit = 1; limit <= whole.length; limit++) {
    expect(list([2, 1, 0], { grouping }, limit).slice(0, limit)).toEqual(whole.slice(0, limit));
  }
});
