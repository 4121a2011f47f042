import { expect, test } from "vitest";
import { createWaitingPolls } from "./waiting-polls";

const NOW = new Date("2026-11-21T12:00:00Z");
const inSeconds = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const poll = { userCode: "a", expiresAt: inSeconds(600), polls: 2, lastAt: NOW };

test("a poll that came before is told to wait, or to slow down, until its time is over", () => {
  const polls = createWaitingPolls();
  expect(polls.answer("body", NOW)).toBeNull();
  polls.add("body", poll);
  expect(polls.answer("another body", NOW)).toBeNull();
  expect(polls.answer("body", inSeconds(5))).toBe("AuthorizationPendingException");
  expect(polls.answer("body", inSeconds(6))).toBe("SlowDownException");
  expect(polls.answer("body", inSeconds(11))).toBe("AuthorizationPendingException");
  expect(polls.answer("body", inSeconds(600))).toBeNull();
});

test("what a person decided, and what is expired, is forgotten", () => {
  const polls = createWaitingPolls();
  polls.add("decided", poll);
  polls.add("waiting", { ...poll, userCode: "b" });
  polls.add("expired", { ...poll, userCode: "c", expiresAt: NOW });
  polls.forget(new Set(["a"]), NOW);
  expect(polls.size()).toBe(1);
  expect(polls.answer("decided", inSeconds(5))).toBeNull();
  expect(polls.answer("waiting", inSeconds(5))).toBe("AuthorizationPendingException");
});

test("a million polls: twenty thousand are kept, and no more", () => {
  const polls = createWaitingPolls();
  for (let count = 0; count < 25_000; count++) polls.add(`body ${count}`, poll);
  expect(polls.size()).toBe(20_000);
});
