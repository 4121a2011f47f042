import { expect, test } from "vitest";
import { ERROR_CODES } from "./errors";
import words from "./i18n/messages/en.json";

test("every code has a title and a message, and no words are left of a code that is gone", () => {
  const { back: _back, toRoles: _roles, allDenials: _denials, ...errors } = words.errors;
  expect(Object.keys(errors).sort()).toEqual([...ERROR_CODES].sort());
  for (const { title, message } of Object.values(errors)) expect([title, message]).not.toContain("");
});
