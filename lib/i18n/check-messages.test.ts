import { describe, expect, test } from "vitest";
import { checkMessages, compareMessages } from "./check-messages";

const source = {
  roles: { count: "{count, plural, one {# role} other {# roles}}", hello: "Hello <b>{name}</b>", plain: "Roles" },
};

test("every language has every key, with the same arguments, in ICU syntax", () => {
  expect(checkMessages("lib/i18n/messages")).toEqual(expect.arrayContaining(["de", "en"]));
});

describe("a language that is not complete", () => {
  const german = {
    count: "{count, plural, one {# Rolle} other {# Rollen}}",
    hello: "Hallo <b>{name}</b>",
    plain: "Rollen",
  };

  test("is fine when it is", () => {
    expect(compareMessages("de", { roles: german }, source)).toEqual([]);
  });

  test.each([
    [{ count: german.count, hello: german.hello }, "de: roles.plain is missing"],
    [{ ...german, extra: "x" }, "de: roles.extra is not among the keys of en"],
    [{ ...german, plain: " " }, "de: roles.plain is empty"],
    [{ ...german, hello: "Hallo <b>{nom}</b>" }, "de: roles.hello uses {b, nom}, and en uses {b, name}"],
    [{ ...german, hello: "Hallo {name}" }, "de: roles.hello uses {name}, and en uses {b, name}"],
  ])("is refused: %j", (roles, problem) => {
    expect(compareMessages("de", { roles }, source)).toEqual([problem]);
  });

  test("is refused for ICU that does not parse", () => {
    const roles = { ...german, count: "{count, plural, one {# Rolle}" };
    expect(compareMessages("de", { roles }, source)[0]).toMatch(/^de: roles\.count: /);
  });
});
