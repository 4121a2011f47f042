import { describe, expect, it } from "vitest";
import type { RuleConfig } from "#lib/config/access-schema";
import { checkTemplates } from "./check-templates";
import { declareAccess, declareAccount, declareRole } from "./fixtures/declared";

const check = (rule: RuleConfig) =>
  checkTemplates(declareAccess([], [rule])).map(({ path, message }) => `${path} ${message}`);

describe("rules without mistakes", () => {
  it.each<RuleConfig>([
    { groups: ["g"], roles: ["*/Dev", "env=prod/*"] },
    { group: "aws-{account}-{role}", roles: ["{account}/{role}"] },
    { group: "pay-{role}", roles: ["payments/{role}"] },
    { group: "{account}-all", roles: ["{account}/*"] },
    { claims: { dept: ["x"] }, roles: ["*/Billing"] },
  ])("pass: %j", (rule) => {
    expect(check(rule)).toEqual([]);
  });
});

describe("mistakes between two values of a rule", () => {
  it.each<[RuleConfig, string]>([
    [{ groups: ["g"], roles: ["Dev"] }, "access.rules[0].roles[0] needs to be account/role"],
    [{ group: "x-{account}", roles: ["p-{account}/Dev"] }, "access.rules[0].roles[0] needs to be account/role"],
    [
      { group: "x-{role}", roles: ["{account}/{role}"] },
      "access.rules[0].roles[0] uses {account}, which group does not hold",
    ],
    [{ groups: ["g"], roles: ["*/{role}"] }, "access.rules[0].roles[0] uses {role}, which group does not hold"],
    [{ group: "x-{account}", roles: ["*/Dev"] }, "access.rules[0].group holds {account}, which no entry of roles uses"],
    [{ group: "{role}-{role}", roles: ["*/{role}"] }, "access.rules[0].group holds a placeholder twice"],
    [{ groups: ["x-{role}"], roles: ["*/Dev"] }, "access.rules[0].groups[0] is taken literally here"],
    [{ claims: {}, roles: ["*/Dev"] }, "access.rules[0] needs one of group, groups or claims"],
  ])("%j", (rule, problem) => {
    expect(check(rule)).toEqual([expect.stringContaining(problem)]);
  });
});

describe("mistakes in accounts and roles", () => {
  const problemsOf = (...accounts: Parameters<typeof declareAccount>[]) =>
    checkTemplates(
      declareAccess(
        accounts.map((account) => declareAccount(...account)),
        [],
      ),
    ).map((problem) => problem.path);

  it("two accounts of one name, or a name that is another's id", () => {
    expect(problemsOf(["111111111111", "a", []], ["222222222222", "a", []])).toEqual(["access.accounts[1].name"]);
    expect(problemsOf(["111111111111", "a", []], ["222222222222", "111111111111", []])).toEqual([
      "access.accounts[1].name",
    ]);
  });

  it("a path that begins with a slash, which would be there twice in the ARN", () => {
    expect(problemsOf(["111111111111", "a", ["/team/Dev"]])).toEqual(["access.accounts[0].roles[0].name"]);
  });

  it("placeholders that nothing fills, and transitive tags that are no tags", () => {
    const role = declareRole("Dev", {
      sessionName: "{mail}",
      sourceIdentity: "{claims.}",
      tags: { team: "{team}", ok: "{claims.x}{groups}" },
      transitiveTags: ["TEAM", "cost"],
    });
    expect(problemsOf(["111111111111", "a", [role]])).toEqual([
      "access.accounts[0].roles[0].sessionName",
      "access.accounts[0].roles[0].sourceIdentity",
      "access.accounts[0].roles[0].tags.team",
      "access.accounts[0].roles[0].transitiveTags[1]",
    ]);
  });
});
