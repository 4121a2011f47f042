import { describe, expect, it } from "vitest";
import { compileAccess } from "./compile-rules";
import { explainNoRoles } from "./explain";
import { declareAccess, declareAccount, person } from "./fixtures/declared";

const access = compileAccess(
  declareAccess(
    [declareAccount("111111111111", "prod", ["Dev"])],
    [
      { groups: ["a", "b"], roles: ["prod/Dev"] },
      { group: "{account}-{role}", roles: ["{account}/{role}"] },
      { claims: { dept: ["x", "y"] }, roles: ["prod/Dev"] },
    ],
  ),
);

describe("someone without roles is told", () => {
  it("which groups arrived, and how many rules there are about groups and claims", () => {
    expect(explainNoRoles(access, person({ groups: ["c", "d"] }))).toEqual({
      reason: "no_rule_matches",
      groups: ["c", "d"],
      rulesAboutGroups: 2,
      rulesAboutClaims: 1,
    });
  });

  it.each(["groups_missing", "groups_overage", "groups_malformed"] as const)("of %s", (groupsProblem) => {
    expect(explainNoRoles(access, person({ groupsProblem }))).toMatchObject({ reason: groupsProblem });
  });

  it("that the identity provider named no groups", () => {
    expect(explainNoRoles(access, person())).toMatchObject({ reason: "groups_empty", groups: [] });
  });

  it("that there are no rules yet", () => {
    expect(explainNoRoles(compileAccess(declareAccess([], [])), person())).toMatchObject({ reason: "no_rules" });
  });
});
