import { expect, test } from "vitest";
import { listLives } from "./lives";

const HOUR = 3600;

test("the lives to choose from are whole steps below the longest", () => {
  expect(listLives({ maxSeconds: 12 * HOUR })).toEqual([HOUR, 4 * HOUR, 8 * HOUR]);
  expect(listLives({ maxSeconds: 9 * HOUR - 5 })).toEqual([HOUR, 4 * HOUR, 8 * HOUR]);
});

test("none of them reads the same as the longest, and a sign-in in its last hour leaves only that", () => {
  expect(listLives({ maxSeconds: 8 * HOUR + 30 })).toEqual([HOUR, 4 * HOUR]);
  expect(listLives({ maxSeconds: 2000 })).toEqual([]);
});
