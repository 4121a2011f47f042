import { describe, expect, it } from "vitest";
import { resolveTemplate } from "./claims-template";
import { person } from "./fixtures/declared";

const identity = person({
  groups: ["b", "a"],
  claims: {
    team: ["payments"],
    many: ["x", "y"],
    same: ["x", "x"],
    none: [],
    empty: [""],
    "https://example.com/cost center": ["42"],
  },
});

describe("a template", () => {
  it.each([
    ["plain", "plain"],
    ["{email}", "ada@example.com"],
    ["{subject}/{name}", "ada-1/Ada Lovelace"],
    ["{idp}:{claims.team}:{claims.team}", "corp:payments:payments"],
    ["{groups}", "b:a"],
    ["{claims.same}", "x"],
    ["{claims.https://example.com/cost center}", "42"],
    ["{email", "{email"],
    ["}{", "}{"],
  ])("%s becomes %s", (template, text) => {
    expect(resolveTemplate(template, identity)).toEqual({ ok: true, value: text });
  });

  it.each([
    "claims.none",
    "claims.empty",
    "claims.absent",
    "claims.__proto__",
    "claims.constructor",
    "claims.",
    "team",
    "constructor",
    "",
  ])("is refused when {%s} has no value", (placeholder) => {
    expect(resolveTemplate(`x{${placeholder}}`, identity)).toEqual({
      ok: false,
      error: { code: "template_value_missing", placeholder },
    });
  });

  it("is refused when a claim has several values to choose from", () => {
    const error = { code: "template_value_ambiguous", placeholder: "claims.many" };
    expect(resolveTemplate("{claims.many}", identity)).toEqual({ ok: false, error });
  });

  it("is refused for people without e-mail, name or groups", () => {
    const bare = person({ email: null, name: null });
    for (const placeholder of ["email", "name", "groups"]) {
      expect(resolveTemplate(`{${placeholder}}`, bare)).toMatchObject({ ok: false, error: { placeholder } });
    }
  });

  it("does not use groups that did not arrive whole", () => {
    const partly = person({ groups: ["a"], groupsProblem: "groups_overage" });
    expect(resolveTemplate("{groups}", partly)).toMatchObject({ ok: false });
  });

  it("does not read what it filled in for placeholders or replacement marks", () => {
    const tricky = person({ name: "{email} $& $1 $`" });
    expect(resolveTemplate("<{name}>", tricky)).toEqual({ ok: true, value: "<{email} $& $1 $`>" });
  });
});
