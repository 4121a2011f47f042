import { expect, test } from "vitest";
import { createEnvironments } from "./environments";

const environmentOf = createEnvironments({ Canary: "orange", dev: "blue" });

test.each(["prod", "PROD", "Production", "live"])("%s is red without any configuration", (env) => {
  expect(environmentOf({ env })).toEqual({ name: env, tone: "red" });
});

test("the configuration adds names and counts before the defaults, without case", () => {
  expect(environmentOf({ env: "canary" })?.tone).toBe("orange");
  expect(environmentOf({ env: "DEV" })?.tone).toBe("blue");
});

test.each(["moon", "constructor", "__proto__"])("the unknown name %s is grey", (env) => {
  expect(environmentOf({ env })?.tone).toBe("grey");
});

test("the label may be spelt out; without one, or with an empty one, an account has no environment", () => {
  expect(environmentOf({ environment: "uat" })).toEqual({ name: "uat", tone: "amber" });
  expect(environmentOf({ team: "prod" })).toBeNull();
  expect(environmentOf({ env: "" })).toBeNull();
});
