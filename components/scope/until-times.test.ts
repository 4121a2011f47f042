import { expect, test } from "vitest";
import { fromLocalField, toLocalField, untilIn } from "./until-times";

test("a span ends to the second, in UTC", () => {
  expect(untilIn(1800, new Date("2026-11-21T10:00:00.750Z"))).toBe("2026-11-21T10:30:00Z");
});

test("the field shows the reader's own zone and gives UTC back", () => {
  const until = "2026-11-21T10:30:00Z";
  expect(fromLocalField(toLocalField(until))).toBe(until);
  expect(new Date(toLocalField(until)).getTime()).toBe(Date.parse(until));
});

test.each(["", "2026-11-21", "2026-13-45T10:00", "soon"])("%j in the field is no time yet", (text) => {
  expect(fromLocalField(text)).toBeNull();
});

test("what is no time leaves the field empty", () => {
  expect(toLocalField("soon")).toBe("");
});
