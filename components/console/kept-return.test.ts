import { expect, test } from "vitest";
import { resolveKept } from "./kept-return";

function makeStore() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

const resolve = (address: string, store = makeStore()) =>
  resolveKept(new URL(address, "https://aws.example.com"), store);
const LONG = `/go?account=payments-dev&destination=${encodeURIComponent(`https://x/${"a=b&".repeat(400)}`)}`;

test("a long link waits while its person signs in, once, and what else the address says stays", () => {
  const store = makeStore();
  const signIn = resolve(`/sign-in?callbackUrl=${encodeURIComponent(LONG)}&begin=corp`, store);
  expect(signIn).toBe("/sign-in?callbackUrl=%2Fgo%3Fkept%3D1&begin=corp");
  expect(resolve("/go?kept=1", store)).toBe(LONG);
  expect(resolve("/go?kept=1", store)).toBeNull();
});

test.each(["/sign-in?callbackUrl=%2Fgo%3Faccount%3Da", "/sign-in", LONG, "/go?account=a", "/"])(
  "%.40s needs no waiting",
  (address) => expect(resolve(address)).toBeNull(),
);

test("what lies there and is no link of the portal's is left", () => {
  for (const left of ["https://evil.example/", "//evil.example", "/go?kept=1", "javascript:alert(1)"]) {
    const store = makeStore();
    store.setItem("gatehouse-return", left);
    expect(resolve("/go?kept=1", store)).toBeNull();
  }
});
