import { expect, test } from "vitest";
import { readClockOffset } from "./request-credentials";

const NOW = Date.parse("2026-11-21T10:00:00Z");

test("a clock that is an hour slow is corrected by the answer's date", () => {
  expect(readClockOffset("Sat, 21 Nov 2026 11:00:00 GMT", NOW)).toBe(3_600_000);
});

test("the rounding of the header is no difference", () => {
  expect(readClockOffset("Sat, 21 Nov 2026 10:00:02 GMT", NOW)).toBe(0);
});

test.each([null, "yesterday"])("without a date (%s) the own clock counts", (header) => {
  expect(readClockOffset(header, NOW)).toBe(0);
});
