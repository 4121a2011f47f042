import { expect, test } from "vitest";
import { listLives } from "./lives";

const HOUR = 3600;

test("the lives to choose from are whole steps, and the longest last", () => {
  expect(listLives({ minSeconds: 900, maxSeconds: 12 * HOUR })).toEqual([HOUR, 4 * HOUR, 8 * HOUR, 12 * HOUR]);
  expect(listLives({ minSeconds: 900, maxSeconds: 9 * HOUR - 5 })).toEqual([HOUR, 4 * HOUR, 8 * HOUR, 9 * HOUR - 5]);
});

test("no two of them read the same, and a sign-in in its last hour leaves one", () => {
  expect(listLives({ minSeconds: 900, maxSeconds: 8 * HOUR + 30 })).toEqual([HOUR, 4 * HOUR, 8 * HOUR + 30]);
  expect(listLives({ minSeconds: 900, maxSeconds: 2000 })).toEqual([2000]);
});
