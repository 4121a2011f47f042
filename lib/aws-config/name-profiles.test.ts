import { describe, expect, test } from "vitest";
import { CHINA, OFFER, PAYMENTS, planOf } from "./fixtures/offer";
import { parseTemplate } from "./name-template";
import { planConfig } from "./plan-config";
import { defaultSessionName } from "./session-name";

const namesOf = (plan: ReturnType<typeof planOf>) => plan.profiles.map(({ name }) => name);

describe("names by template", () => {
  test.each([
    ["{account}-{role}", "payments-dev-Developer"],
    ["{accountId}_{role}", "111111111111_Developer"],
    ["{label:team}.{labels.env}.{role}", "payments.dev.Developer"],
    ["corp {region} / {role}", "corp-eu-west-1-Developer"],
    ["{label:missing-here}{role}", "Developer"],
  ])("%s", (names, name) => {
    const other = { ...CHINA, labels: { "missing-here": "x" } };
    expect(namesOf(planOf({ accounts: [other, PAYMENTS] }, { names }))).toContain(name);
  });

  test("in lower case where that is wanted", () => {
    expect(namesOf(planOf({}, { letters: "lower" }))).toContain("payments-dev-developer");
  });

  test("roles that the template calls the same all get their account's id, and the page is told", () => {
    const plan = planOf({}, { names: "{role}" });
    expect(namesOf(plan)).toEqual(["Auditor", "Developer-111111111111", "Developer-222222222222"]);
    expect(plan.toldApart).toBe(2);
  });

  test("within one account a fingerprint tells them apart, the same each time", () => {
    const twice = { ...PAYMENTS, roleNames: ["a/Dev", "b/Dev"] };
    const turned = { ...PAYMENTS, roleNames: ["b/Dev", "a/Dev"] };
    const names = namesOf(planOf({ accounts: [twice] }));
    expect(names).toEqual([
      expect.stringMatching(/^payments-dev-Dev-[0-9a-f]{8}$/),
      expect.stringMatching(/-[0-9a-f]{8}$/),
    ]);
    expect(new Set(names).size).toBe(2);
    expect(namesOf(planOf({ accounts: [turned] }))).toEqual(names);
  });

  test("a role that takes another's longer name makes neither share one", () => {
    const taken = { ...PAYMENTS, name: "x", id: "333333333333", roleNames: ["Developer-111111111111"] };
    const names = namesOf(planOf({ accounts: [PAYMENTS, CHINA, taken] }, { names: "{role}" }));
    expect(new Set(names).size).toBe(names.length);
  });

  test("no profile becomes the default of every tool", () => {
    const plan = planOf({ accounts: [{ ...PAYMENTS, roleNames: ["default"] }] }, { names: "{role}" });
    expect(namesOf(plan)).toEqual(["default-111111111111"]);
  });

  test.each([
    ["{acount}-{role}", { code: "template_unknown", subject: "{acount}" }],
    ["{label:tem}", { code: "template_unknown", subject: "{label:tem}" }],
    ["{label:constructor}", { code: "template_unknown", subject: "{label:constructor}" }],
    ["{}", { code: "template_unknown", subject: "{}" }],
    ["{role", { code: "template_brace" }],
    ["role}", { code: "template_brace" }],
    ["  ", { code: "template_empty" }],
    ["x".repeat(201), { code: "template_too_long" }],
  ])("%j is refused, and what there is is named", (names, problem) => {
    const refused = parseTemplate(names, ["env", "team"]);
    expect(refused).toMatchObject({ ok: false, error: problem });
    if (problem.code === "template_unknown")
      expect(refused).toMatchObject({
        error: { known: "{account}, {accountId}, {role}, {region}, {label:env}, {label:team}" },
      });
  });

  test("who has no role yet may name any label", () => {
    const choices = { roles: "all", names: "{label:env}-{role}", letters: "as-is", session: "portal" } as const;
    expect(planConfig({ ...OFFER, accounts: [] }, choices)).toMatchObject({ ok: true, value: { profiles: [] } });
  });
});

test.each([
  ["Example Corp", "example-corp"],
  ["Gatehouse", "gatehouse"],
  ["Zürich & Söhne", "zurich-sohne"],
])("the session of %s is called %s", (portal, session) => {
  expect(defaultSessionName(portal)).toBe(session);
});
