import { describe, expect, test } from "vitest";
import { pageOf } from "./page";

const ITEMS = Array.from({ length: 250 }, (_, at) => String(at).padStart(4, "0"));
const own = (item: string) => item;

test("pages follow each other without a gap, and the last one names no next", () => {
  const seen: string[] = [];
  let nextToken: string | null = null;
  do {
    const page: ReturnType<typeof pageOf<string>> = pageOf(ITEMS, own, { maxResult: "60", nextToken });
    if (!page.ok) throw new Error(page.error.message);
    seen.push(...page.value.items);
    nextToken = page.value.nextToken;
  } while (nextToken !== null);
  expect(seen).toEqual(ITEMS);
});

test("a page is of a hundred when nobody says, and an account that is gone between two pages changes nothing", () => {
  const first = pageOf(ITEMS, own, { maxResult: null, nextToken: null });
  if (!first.ok) throw new Error();
  expect(first.value.items).toHaveLength(100);
  const fewer = ITEMS.filter((item) => item !== "0099" && item !== "0100");
  const second = pageOf(fewer, own, { maxResult: "1", nextToken: first.value.nextToken });
  expect(second).toMatchObject({ ok: true, value: { items: ["0101"] } });
});

describe("bad input", () => {
  test.each(["0", "101", "-1", "1.5", "x", "", "1e2"])("max_result=%s is refused", (maxResult) =>
    expect(pageOf(ITEMS, own, { maxResult, nextToken: null })).toMatchObject({
      ok: false,
      error: { name: "InvalidRequestException" },
    }),
  );
  test.each(["?", "a b", "a".repeat(2000)])("next_token=%s is refused", (nextToken) =>
    expect(pageOf(ITEMS, own, { maxResult: null, nextToken })).toMatchObject({ ok: false }),
  );
});
