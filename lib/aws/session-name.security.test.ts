import { expect, it } from "vitest";
import { toSessionName } from "./session-name";

it("session names colliding between people: no two texts share a name", () => {
  const texts = new Set<string>();
  for (let i = 0; i < 20_000; i++) {
    texts
      .add(`user ${i}`)
      .add(`user-${i}`)
      .add(`user/${i}`)
      .add(`usér${i}`)
      .add(`${"x".repeat(60)}${i}`);
  }
  expect(new Set([...texts].map(toSessionName)).size).toBe(texts.size);
});

it("session names colliding between people: case, normal form, trailing spaces and unpaired surrogates count", () => {
  const texts = [
    "ada",
    "Ada",
    "ADA",
    "ada ",
    " ada",
    "ada\u0000",
    "é",
    "e\u0301",
    "\ud800",
    "\ud801",
    "\udfff",
    "\ufffd",
  ];
  expect(new Set(texts.map(toSessionName)).size).toBe(texts.length);
});

it("session name spoofed by choosing a colleague's mapped name as one's own", () => {
  const colleague = toSessionName("José García");
  expect(toSessionName(colleague)).not.toBe(colleague);
  expect(toSessionName(toSessionName(colleague))).not.toBe(toSessionName(colleague));
});
