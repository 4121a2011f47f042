import { describe, expect, it } from "vitest";
import { listDurationLimits, resolveDuration } from "./duration";

const HOUR = 3600;
const ceilings = { roleMaxSeconds: 8 * HOUR, pathMaxSeconds: 12 * HOUR, portalSessionRemainingSeconds: 9 * HOUR };

describe("resolveDuration", () => {
  it("takes what was requested within the ceilings", () => {
    expect(resolveDuration({ ...ceilings, requestedSeconds: 2 * HOUR, roleDefaultSeconds: HOUR })).toEqual({
      ok: true,
      value: { durationSeconds: 2 * HOUR, maxSeconds: 8 * HOUR, limitedBy: "role" },
    });
  });

  it("falls back to the role's default, then to an hour", () => {
    expect(resolveDuration({ ...ceilings, roleDefaultSeconds: 4 * HOUR })).toMatchObject({
      value: { durationSeconds: 4 * HOUR },
    });
    expect(resolveDuration({ ...ceilings, roleDefaultSeconds: null })).toMatchObject({
      value: { durationSeconds: HOUR },
    });
  });

  it.each([
    ["role", {}],
    ["path", { pathMaxSeconds: HOUR }],
    ["session", { portalSessionRemainingSeconds: HOUR + 0.9 }],
  ])("shortens to the ceiling of the %s and says so", (limitedBy, change) => {
    const resolved = resolveDuration({ ...ceilings, ...change, requestedSeconds: 12 * HOUR });
    const seconds = limitedBy === "role" ? 8 * HOUR : HOUR;
    expect(resolved).toEqual({ ok: true, value: { durationSeconds: seconds, maxSeconds: seconds, limitedBy } });
  });

  it("does not look at the portal session when credentials may outlive it", () => {
    const resolved = resolveDuration({ ...ceilings, portalSessionRemainingSeconds: null, requestedSeconds: 8 * HOUR });
    expect(resolved).toMatchObject({ value: { durationSeconds: 8 * HOUR } });
  });

  it.each([0, -1, 899, 899.99, Number.NaN, Number.NEGATIVE_INFINITY])(
    "refuses a request of %d seconds",
    (requestedSeconds) => {
      expect(resolveDuration({ ...ceilings, requestedSeconds })).toEqual({
        ok: false,
        error: "duration_below_minimum",
      });
    },
  );

  it("refuses when the sign-in ends in less than AWS's minimum", () => {
    expect(resolveDuration({ ...ceilings, portalSessionRemainingSeconds: 899 })).toEqual({
      ok: false,
      error: "duration_below_minimum",
    });
    expect(resolveDuration({ ...ceilings, portalSessionRemainingSeconds: 900 })).toMatchObject({ ok: true });
  });
});

it("lists the limits, the tightest ceiling first", () => {
  expect(
    listDurationLimits({ ...ceilings, portalSessionRemainingSeconds: 2 * HOUR }).map((limit) => limit.reason),
  ).toEqual(["session", "role", "path", "aws_minimum"]);
});
