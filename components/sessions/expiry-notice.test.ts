import { describe, expect, test } from "vitest";
import { listNotices, nextLookMs } from "./expiry-notice";

const NOW = new Date("2026-11-21T12:00:00Z");
const endingIn = (id: string, seconds: number) => ({
  id,
  expiresAt: new Date(NOW.getTime() + seconds * 1000).toISOString(),
});
const noticesAt = (...sessions: ReturnType<typeof endingIn>[]) =>
  listNotices(sessions, NOW).map(({ key, minutesLeft }) => [key, minutesLeft]);

describe("what is said of an end", () => {
  test.each([
    [601, []],
    [600, [["a:10", 10]]],
    [121, [["a:10", 3]]],
    [120, [["a:2", 2]]],
    [1, [["a:2", 1]]],
    [0, []],
    [-60, []],
  ])("%d seconds before it", (seconds, said) => {
    expect(noticesAt(endingIn("a", seconds))).toEqual(said);
  });

  test("the next end comes first", () => {
    expect(noticesAt(endingIn("a", 500), endingIn("b", 60), endingIn("c", 3600))).toEqual([
      ["b:2", 1],
      ["a:10", 9],
    ]);
  });

  test("a time that cannot be read says nothing", () => {
    expect(listNotices([{ id: "a", expiresAt: "soon" }], NOW)).toEqual([]);
  });
});

describe("when to look again", () => {
  test.each([
    [[], 60_000],
    [[630], 30_000],
    [[3600], 60_000],
    [[600], 60_000],
    [[599], 59_000],
    [[90, 3600], 30_000],
    [[0], 60_000],
  ])("with ends in %j seconds: after %d ms", (seconds, expected) => {
    expect(
      nextLookMs(
        seconds.map((left, at) => endingIn(String(at), left)),
        NOW,
      ),
    ).toBe(expected);
  });

  test("looking at each of these instants sees every minute and the end", () => {
    const session = endingIn("a", 150);
    const seen: (number | null)[] = [];
    for (let at = NOW; at.getTime() <= Date.parse(session.expiresAt); ) {
      seen.push(listNotices([session], at)[0]?.minutesLeft ?? null);
      at = new Date(at.getTime() + nextLookMs([session], at));
    }
    expect(seen).toEqual([3, 2, 1, null]);
  });
});
