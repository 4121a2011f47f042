import { describe, expect, test } from "vitest";
import { planKeys } from "./key-rotation";

const DAY = 86_400;
const policy = { rotationSeconds: 90 * DAY, overlapSeconds: 7 * DAY };
const START = Date.parse("2026-01-01T00:00:00Z");
const day = (count: number) => new Date(START + count * DAY * 1000);
const key = (generation: number, activatesOnDay: number) => ({
  kid: `k${generation}`,
  generation,
  activatesAt: day(activatesOnDay),
});

const kids = (keys: readonly { kid: string }[]) => keys.map(({ kid }) => kid);

describe("key rotation", () => {
  test("makes a first key that signs at once", () => {
    expect(planKeys([], day(0), policy).make).toEqual({ generation: 0, activatesAt: day(0) });
  });

  test("leaves a young key alone", () => {
    const plan = planKeys([key(0, 0)], day(50), policy);
    expect(plan).toMatchObject({ active: { kid: "k0" }, make: null, remove: [] });
  });

  test("publishes the next key for the whole overlap before it signs", () => {
    expect(planKeys([key(0, 0)], day(83), policy).make).toEqual({ generation: 1, activatesAt: day(90) });
    const plan = planKeys([key(0, 0), key(1, 90)], day(84), policy);
    expect(plan.active?.kid).toBe("k0");
    expect(kids(plan.published)).toEqual(["k0", "k1"]);
  });

  test("key rotation that breaks trust: the old key stays published for the overlap after its last use", () => {
    const plan = planKeys([key(0, 0), key(1, 90)], day(91), policy);
    expect(plan.active?.kid).toBe("k1");
    expect(kids(plan.published)).toEqual(["k1", "k0"]);
  });

  test("old keys living on: after the overlap they are neither published nor kept", () => {
    const plan = planKeys([key(0, 0), key(1, 90)], day(98), policy);
    expect(kids(plan.published)).toEqual(["k1"]);
    expect(kids(plan.remove)).toEqual(["k0"]);
  });

  test("a portal that was off for a year still publishes the new key before it signs", () => {
    expect(planKeys([key(0, 0)], day(400), policy).make).toEqual({ generation: 1, activatesAt: day(407) });
  });

  test("there is a key to sign with on every day of ten years, and it was published a week before", () => {
    let keys = [key(0, 0)];
    const publishedSince = new Map<string, number>([["k0", -7]]);
    for (let today = 0; today < 3650; today++) {
      const plan = planKeys(keys, day(today), policy);
      if (plan.make !== null) {
        keys = [...keys, { kid: `k${plan.make.generation}`, ...plan.make }];
        publishedSince.set(`k${plan.make.generation}`, today);
      }
      keys = keys.filter((one) => !plan.remove.includes(one));
      const active = planKeys(keys, day(today), policy).active;
      expect(today - (publishedSince.get(active?.kid ?? "") ?? Number.NaN)).toBeGreaterThanOrEqual(7);
    }
  });
});
