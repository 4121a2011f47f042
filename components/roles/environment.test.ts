import { expect, test } from "vitest";
import { environmentTone, isProduction } from "./environment";

test.each(["prod", "PROD", "Production", "live"])("%s is shown as production", (name) => {
  expect(environmentTone(name)).toBe("alarm");
  expect(isProduction({ env: name })).toBe(true);
});

test("an environment of an unknown name is neutral", () => {
  expect(environmentTone("blue")).toBe("neutral");
});

test("an account without the label is not called production", () => {
  expect(isProduction({ team: "prod" })).toBe(false);
});
