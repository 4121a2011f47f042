import { describe, expect, it } from "vitest";
import type { RuleConfig } from "#lib/config/access-schema";
import type { Identity } from "#lib/identity";
import { compileAccess } from "./compile-rules";
import { declareAccess, declareAccount, declareRole, person } from "./fixtures/declared";
import { resolveGrants } from "./resolve-grants";

const accounts = [
  declareAccount("222222222222", "payments-prod", ["Developer", "Admin", "team/Billing"], {
    labels: { env: "prod", team: "pay" },
  }),
  declareAccount("111111111111", "payments", ["prod-Developer", "Admin"], { labels: { env: "dev", team: "pay" } }),
  declareAccount("333333333333", "data-prod", ["Developer", "Admin"], { labels: { env: "prod", team: "data" } }),
];

function held(rules: readonly RuleConfig[], changes: Partial<Identity>): string[] {
  const grants = resolveGrants(compileAccess(declareAccess(accounts, rules)), person(changes));
  return grants.map((grant) => `${grant.accountName}/${grant.roleName}`);
}

const rule = (roles: string[], condition: Omit<RuleConfig, "roles"> = { groups: ["g"] }): RuleConfig => ({
  ...condition,
  roles,
});
const inG = { groups: ["g"] };

describe("role patterns", () => {
  it.each([
    ["payments-prod/Developer", ["payments-prod/Developer"]],
    ["222222222222/Developer", ["payments-prod/Developer"]],
    ["payments-prod/team/Billing", ["payments-prod/team/Billing"]],
    ["payments-prod/Billing", ["payments-prod/team/Billing"]],
    ["payments*/Admin", ["payments/Admin", "payments-prod/Admin"]],
    ["*/Developer", ["data-prod/Developer", "payments-prod/Developer"]],
    ["*/*Developer", ["data-prod/Developer", "payments/prod-Developer", "payments-prod/Developer"]],
    ["*/team/*", ["payments-prod/team/Billing"]],
    ["*/Bill*", ["payments-prod/team/Billing"]],
    ["env=prod/Admin", ["data-prod/Admin", "payments-prod/Admin"]],
    ["env=prod,team=pay/Admin", ["payments-prod/Admin"]],
    ["env=prod,env=dev/Admin", []],
    ["constructor=x/Admin", []],
    ["payments-prod/developer", []],
    ["payments-prod/team", []],
    ["222*/Admin", []],
  ])("%s means %j", (pattern, roles) => {
    expect(held([rule([pattern])], inG)).toEqual(roles);
  });
});

describe("conditions of a rule", () => {
  const roles = ["payments/Admin"];

  it("about groups hold for any of them, exactly", () => {
    expect(held([rule(roles, { groups: ["x", "g"] })], inG)).toEqual(roles);
    for (const group of ["G", "g ", "/g", "gg", ""]) expect(held([rule(roles)], { groups: [group] })).toEqual([]);
  });

  it("about claims hold when each has any of its values", () => {
    const rules = [rule(roles, { claims: { dept: ["Finance", "Audit"], site: ["Berlin"] } })];
    expect(held(rules, { claims: { dept: ["X", "Audit"], site: ["Berlin"] } })).toEqual(roles);
    expect(held(rules, { claims: { dept: ["Audit"], site: ["berlin"] } })).toEqual([]);
    expect(held(rules, { claims: { dept: ["Audit"] } })).toEqual([]);
  });

  it("must all hold at once", () => {
    const rules = [rule(roles, { group: "one", groups: ["g"], claims: { dept: ["x"] }, idp: "corp" })];
    const all: Partial<Identity> = { groups: ["one", "g"], claims: { dept: ["x"] } };
    expect(held(rules, all)).toEqual(roles);
    expect(held(rules, { ...all, idp: "entra" })).toEqual([]);
    expect(held(rules, { ...all, claims: {} })).toEqual([]);
    expect(held(rules, { ...all, groups: ["one"] })).toEqual([]);
    expect(held(rules, { ...all, groups: ["g"] })).toEqual([]);
  });

  it("about the identity provider narrow templates too", () => {
    const rules = [rule(["{account}/{role}"], { group: "{account}:{role}", idp: "entra" })];
    expect(held(rules, { idp: "entra", groups: ["payments:Admin"] })).toEqual(roles);
    expect(held(rules, { idp: "corp", groups: ["payments:Admin"] })).toEqual([]);
  });
});

describe("templates", () => {
  const both = [rule(["{account}/{role}"], { group: "aws-{account}-{role}" })];

  it("find account and role by name or id, wherever a name can be parted", () => {
    expect(held(both, { groups: ["aws-payments-prod-Developer"] })).toEqual([
      "payments/prod-Developer",
      "payments-prod/Developer",
    ]);
    expect(held(both, { groups: ["aws-333333333333-Admin"] })).toEqual(["data-prod/Admin"]);
    expect(held(both, { groups: ["aws-payments-prod-team/Billing"] })).toEqual(["payments-prod/team/Billing"]);
    expect(held(both, { groups: ["aws-payments-prod-Billing"] })).toEqual(["payments-prod/team/Billing"]);
  });

  it("match the whole name, with the literal text as it is", () => {
    const near = [
      "aws-payments-Admin-",
      "xaws-payments-Admin",
      "AWS-payments-Admin",
      "aws-payments-admin",
      "aws--Admin",
      "aws-payments-",
      "aws-data-Admin",
    ];
    for (const group of near) expect(held(both, { groups: [group] })).toEqual([]);
  });

  it("may ask for the role alone, or the account alone, in any order, next to each other", () => {
    const roleOnly = [rule(["payments-prod/{role}", "env=dev/{role}"], { group: "pay:{role}" })];
    expect(held(roleOnly, { groups: ["pay:Admin"] })).toEqual(["payments/Admin", "payments-prod/Admin"]);
    const accountOnly = [rule(["{account}/*"], { group: "{account}-all" })];
    expect(held(accountOnly, { groups: ["data-prod-all"] })).toEqual(["data-prod/Admin", "data-prod/Developer"]);
    const turned = [rule(["{account}/{role}"], { group: "{role}@{account}" })];
    expect(held(turned, { groups: ["Admin@payments"] })).toEqual(["payments/Admin"]);
    const glued = [rule(["{account}/{role}"], { group: "{account}{role}" })];
    expect(held(glued, { groups: ["paymentsAdmin"] })).toEqual(["payments/Admin"]);
  });

  it("give nothing for a placeholder that the group does not have", () => {
    expect(held([rule(["{account}/{role}"], { group: "x-{account}" })], { groups: ["x-payments"] })).toEqual([]);
    expect(held([rule(["{account}/{role}"])], inG)).toEqual([]);
  });
});

describe("grants", () => {
  it("come once each, in the order of account and role names, with all rules that give them", () => {
    const rules = [
      rule(["*/Admin"]),
      rule(["payments/Admin", "payments/*"]),
      rule(["payments/Admin"], { groups: ["other"] }),
    ];
    const grants = resolveGrants(compileAccess(declareAccess(accounts, rules)), person(inG));
    expect(grants.map((grant) => [grant.accountName, grant.roleName, grant.grantedBy])).toEqual([
      ["data-prod", "Admin", ["access.rules[0]"]],
      ["payments", "Admin", ["access.rules[0]", "access.rules[1]"]],
      ["payments", "prod-Developer", ["access.rules[1]"]],
      ["payments-prod", "Admin", ["access.rules[0]"]],
    ]);
  });

  it("say all that is needed to use them", () => {
    const role = declareRole("team/Dev", {
      via: "idp-saml",
      provider: "corp",
      idp: "corp",
      description: "Read",
      maxDuration: 28_800,
      defaultDuration: 3600,
      sourceIdentity: "{email}",
      tags: { team: "{claims.team}" },
      transitiveTags: ["team"],
      policyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"],
      externalId: "ext",
    });
    const account = declareAccount("444444444444", "gov", [role], { partition: "aws-us-gov", region: "us-gov-west-1" });
    const access = compileAccess(declareAccess([account], [rule(["gov/*"])]));
    expect(resolveGrants(access, person(inG))).toEqual([
      {
        accountId: "444444444444",
        accountName: "gov",
        labels: {},
        region: "us-gov-west-1",
        partition: "aws-us-gov",
        roleName: "team/Dev",
        roleArn: "arn:aws-us-gov:iam::444444444444:role/team/Dev",
        via: "idp-saml",
        provider: "corp",
        idp: "corp",
        description: "Read",
        maxDurationSeconds: 28_800,
        defaultDurationSeconds: 3600,
        sessionName: null,
        sourceIdentity: "{email}",
        tags: { team: "{claims.team}" },
        transitiveTags: ["team"],
        policyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"],
        policy: null,
        scope: null,
        reason: null,
        externalId: "ext",
        hubRole: null,
        hubExternalId: null,
        mfaSerial: null,
        grantedBy: ["access.rules[0]"],
      },
    ]);
  });

  it("name ten rules at most", () => {
    const rules = Array.from({ length: 30 }, () => rule(["payments/Admin"]));
    const [grant] = resolveGrants(compileAccess(declareAccess(accounts, rules)), person(inG));
    expect(grant?.grantedBy).toHaveLength(10);
  });
});
