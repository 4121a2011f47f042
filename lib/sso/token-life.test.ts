import { describe, expect, test } from "vitest";
import { accessExpiry, isReuse, pollsTooFast, renewalsAllowed } from "./token-life";

const NOW = new Date("2026-11-21T12:00:00Z");
const inSeconds = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

describe("an access token", () => {
  test("ends after an hour where it can be renewed, and never after the sign-in to the portal", () => {
    expect(accessExpiry(NOW, { renewable: true, endsAt: inSeconds(9 * 3600) })).toEqual(inSeconds(3600));
    expect(accessExpiry(NOW, { renewable: true, endsAt: inSeconds(1800) })).toEqual(inSeconds(1800));
  });
  test("lasts as long as the sign-in where it cannot", () => {
    expect(accessExpiry(NOW, { renewable: false, endsAt: inSeconds(9 * 3600) })).toEqual(inSeconds(9 * 3600));
  });
});

describe("polls", () => {
  test("the first two may come at once: each slow_down costs the person five seconds", () => {
    expect(pollsTooFast({ number: 1, before: null, at: NOW })).toBe(false);
    expect(pollsTooFast({ number: 2, before: NOW, at: NOW })).toBe(false);
  });
  test("from the third on they keep the interval, but for a second of tolerance", () => {
    expect(pollsTooFast({ number: 3, before: NOW, at: inSeconds(1) })).toBe(true);
    expect(pollsTooFast({ number: 3, before: NOW, at: inSeconds(3.9) })).toBe(true);
    expect(pollsTooFast({ number: 3, before: NOW, at: inSeconds(4) })).toBe(false);
    expect(pollsTooFast({ number: 3, before: NOW, at: inSeconds(5) })).toBe(false);
  });
});

describe("a refresh token", () => {
  test("that was not replaced, or a moment ago by another process, is honest", () => {
    expect(isReuse(null, NOW)).toBe(false);
    expect(isReuse(NOW, NOW)).toBe(false);
    expect(isReuse(NOW, inSeconds(120))).toBe(false);
  });
  test("that was replaced longer ago is reused", () => expect(isReuse(NOW, inSeconds(121))).toBe(true));
  test("may be renewed more often the older the sign-in is", () => {
    expect(renewalsAllowed(0)).toBe(30);
    expect(renewalsAllowed(3_600_000)).toBe(90);
  });
});
