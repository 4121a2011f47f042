import { expect, test } from "vitest";
import { isUnscoped } from "./is-unscoped";
import { toRemembered } from "./remembered-scope";

test("all but the time is worth remembering", () => {
  const scope = { readOnly: true, until: "2026-11-21T12:00:00Z", custom: "{}" };
  expect(toRemembered(scope)).toEqual({ readOnly: true, custom: "{}" });
});

test("a scope of switches that are off narrows nothing", () => {
  expect(isUnscoped({ readOnly: false, noIam: false, myAddress: false, services: [], custom: " \n" })).toBe(true);
});

test.each([
  { readOnly: true },
  { noIam: true },
  { myAddress: true },
  { region: "eu-west-1" },
  { until: "2026-11-21T12:00:00Z" },
  { services: ["s3"] },
  { custom: "{" },
])("%j narrows something", (scope) => {
  expect(isUnscoped(scope)).toBe(false);
});
