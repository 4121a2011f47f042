import { expect, it } from "vitest";
import { parseRolePattern } from "./role-pattern";

it("parts account and role at the first slash, so that a role may have a path", () => {
  expect(parseRolePattern("payments-prod/team/Developer")).toEqual({
    account: { kind: "key", key: "payments-prod" },
    role: { kind: "key", key: "team/Developer" },
  });
});

it("reads labels, all of which must hold", () => {
  expect(parseRolePattern("env=prod,team=/Dev")?.account).toEqual({
    kind: "labels",
    labels: [
      ["env", "prod"],
      ["team", ""],
    ],
  });
});

it("reads placeholders that stand alone on their side", () => {
  const placeholder = { kind: "placeholder" };
  expect(parseRolePattern("{account}/{role}")).toEqual({ account: placeholder, role: placeholder });
});

it.each([
  "",
  "/",
  "Developer",
  "/Developer",
  "payments/",
  "{role}/{account}",
  "x-{account}/Dev",
  "a/x{role}",
  "=x/Dev",
  "a=b=c/Dev",
  "a=b,c/Dev",
])("refuses %j", (text) => {
  expect(parseRolePattern(text)).toBeNull();
});
