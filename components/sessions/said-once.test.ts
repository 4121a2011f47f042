import { expect, test } from "vitest";
import { claim } from "./said-once";

function makeStore(first: string | null = null) {
  let kept = first;
  return {
    getItem: () => kept,
    setItem: (_key: string, value: string) => {
      kept = value;
    },
    size: () => (kept ?? "").length,
  };
}

test("of several tabs one says it, and each stage is said", () => {
  const store = makeStore();
  expect([claim(store, "7:10"), claim(store, "7:10"), claim(store, "7:2"), claim(store, "8:10")]).toEqual([
    true,
    false,
    true,
    true,
  ]);
});

test("what somebody else left there is no reason to be silent", () => {
  for (const left of ["{", "7", '{"a":1}', '[1,null,"7:2"]']) expect(claim(makeStore(left), "7:10")).toBe(true);
});

test("a store that keeps nothing says it rather than not", () => {
  const refusing = {
    getItem: () => null,
    setItem: () => {
      throw new Error("full");
    },
  };
  expect(claim(refusing, "7:10")).toBe(true);
});

test("what is kept does not grow without end", () => {
  const store = makeStore();
  for (let at = 0; at < 500; at++) claim(store, `${at}:10`);
  expect(store.size()).toBeLessThan(1000);
});
