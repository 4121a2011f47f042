import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestPortal, type TestPortal } from "./fixtures/test-portal";
import { ownSessionName } from "./own-session-name";

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal();
});
afterAll(() => portal.stop());

const ALICE = { idp: "corp", subject: "alice" };
const OTHER = { idp: "workforce", subject: "alice" };
const nameFor = (person: typeof ALICE, name = "alice@example.com", length = 64) =>
  ownSessionName(portal.use(), name, person, length);

test("a session name that collides becomes another one, and the same one each time", async () => {
  expect(await nameFor(ALICE)).toBe("alice@example.com");
  const second = await nameFor(OTHER);
  expect(second).toMatch(/^alice@example\.com.*-[0-9a-f]{20}$/);
  expect(await nameFor(OTHER)).toBe(second);
  expect(await nameFor(ALICE)).toBe("alice@example.com");
  const third = await nameFor({ idp: "corp", subject: "alice2" });
  expect(new Set(["alice@example.com", second, third]).size).toBe(3);
});

test("the name stays within its length", async () => {
  await nameFor(ALICE, "somebody.with.a.long.address@x", 32);
  expect((await nameFor(OTHER, "somebody.with.a.long.address@x", 32)).length).toBeLessThanOrEqual(32);
});

test("of ten who claim one name at once, one has it as it is", async () => {
  const people = Array.from({ length: 10 }, (_, index) => ({ idp: "corp", subject: `s${index}` }));
  const names = await Promise.all(people.map((person) => nameFor(person, "shared")));
  expect(new Set(names).size).toBe(10);
  expect(names.filter((name) => name === "shared")).toHaveLength(1);
});

test("another instance over the same database keeps to it", async () => {
  globalThis.gatehouseSessionNames = undefined;
  expect(await nameFor(ALICE)).toBe("alice@example.com");
  expect(await nameFor(OTHER)).not.toBe("alice@example.com");
});
