import { expect, test } from "vitest";
import { durationText } from "./duration-text";

test.each([
  [900, "15 min"],
  [3600, "1 h"],
  [5400, "1 h 30 min"],
  [43_200, "12 h"],
  [28_799, "7 h 59 min"],
])("%i seconds read as %s", (seconds, text) => {
  expect(durationText(seconds)).toBe(text);
});
