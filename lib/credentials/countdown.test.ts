import { describe, expect, it } from "vitest";
import { countdown } from "./countdown";

const expiresAt = new Date("2026-01-01T12:00:00Z");
const at = (remainingMs: number) => countdown(expiresAt, new Date(expiresAt.getTime() - remainingMs));

describe("countdown", () => {
  it.each([
    [12 * 3_600_000, "12 h 0 min"],
    [3_600_000, "1 h 0 min"],
    [3_599_000, "59 min 59 s"],
    [3_552_000, "59 min 12 s"],
    [60_000, "1 min 0 s"],
    [59_000, "59 s"],
    [1, "1 s"],
    [0, "expired"],
    [-5000, "expired"],
  ])("with %i ms left says %s", (remainingMs, text) => {
    expect(at(remainingMs).text).toBe(text);
  });

  it("is soon from five minutes on and expired at the instant itself", () => {
    expect(at(300_001).freshness).toBe("fresh");
    expect(at(300_000).freshness).toBe("soon");
    expect(at(1).freshness).toBe("soon");
    expect(at(0).freshness).toBe("expired");
  });

  it("never counts below zero", () => {
    expect(at(-1).remainingMs).toBe(0);
  });
});
