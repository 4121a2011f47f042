import { expect, test } from "vitest";
import { createDirectory } from "../directory/directory";
import { roleItem } from "../fixtures/role-item";
import { buildRows } from "./build-rows";
import { sameRow } from "./same-row";

const DIRECTORY = createDirectory([
  {
    accountId: "a",
    accountName: "a",
    labels: {},
    region: "",
    environment: null,
    roles: [roleItem("A1"), roleItem("A2")],
  },
]);

function show(entries: readonly number[], at: number, rest: object = {}) {
  const row = buildRows(DIRECTORY, entries, { grouping: "account", collapsed: new Set() })[at];
  if (row === undefined) throw new Error("there is no such row");
  return { row, marks: { roleName: [[0, 1]] } as const, alias: null, ...rest };
}

test("a row that is made anew and says the same is the same", () => {
  expect(sameRow(show([0, 1], 1), show([0, 1], 1))).toBe(true);
  expect(sameRow(show([0, 1], 0), show([0, 1], 0))).toBe(true);
});

test.each([
  ["another role", show([0, 1], 2)],
  ["another place", show([1, 0], 2)],
  ["the last of its account", show([0], 1)],
  ["other marks", show([0, 1], 1, { marks: { roleName: [[0, 2]] } })],
  ["a name of one's own", show([0, 1], 1, { alias: "mine" })],
  ["something that was not there", show([0, 1], 1, { more: 1 })],
])("%s is another row", (_, after) => {
  expect(sameRow(show([0, 1], 1), after)).toBe(false);
});
