import { describe, expect, test } from "vitest";
import { newUserCode, parseUserCode } from "./user-code";

test("a code is eight consonants with a dash, each drawn by itself", () => {
  let next = 0;
  expect(newUserCode((limit) => next++ % limit)).toBe("BCDF-GHJK");
  expect(newUserCode((limit) => limit - 1)).toBe("ZZZZ-ZZZZ");
});

describe("a code as somebody types it", () => {
  test.each(["BCDF-GHJK", "bcdf-ghjk", "bcdfghjk", " BCDF GHJK ", "BCDF – GHJK"])("%j is BCDF-GHJK", (text) =>
    expect(parseUserCode(text)).toBe("BCDF-GHJK"),
  );
  test.each(["", "BCDF-GHJ", "BCDF-GHJKL", "ABCD-EFGH", "BCDF_GHJK", "BCDF-GHJ1", "ÄCDF-GHJK"])("%j is none", (text) =>
    expect(parseUserCode(text)).toBeNull(),
  );
});
