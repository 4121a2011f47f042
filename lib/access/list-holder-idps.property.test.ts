import { expect, test } from "vitest";
import type { RuleConfig } from "#lib/config/access-schema";
import { compileAccess } from "./compile-rules";
import { createRandom, declareAccess, declareAccount, person } from "./fixtures/declared";
import { listHolderIdps } from "./list-holder-idps";
import { resolveGrants } from "./resolve-grants";

const IDPS = ["corp", "workforce", "partner"] as const;
const GROUPS = ["g1", "g2", "aws-a-Dev", "aws-b-Ops", "Dev", "a"] as const;
const PATTERNS = [
  "a/Dev",
  "*/Dev",
  "a/*",
  "env=prod/Ops",
  "{account}/{role}",
  "*/{role}",
  "{account}/Dev",
  "b/x",
] as const;
const ACCOUNTS = [
  declareAccount("111111111111", "a", ["Dev", "Ops", "team/Dev2"], { labels: { env: "prod" } }),
  declareAccount("222222222222", "b", ["Dev", "Ops"]),
];

type Random = ReturnType<typeof createRandom>;

function drawRule(random: Random): RuleConfig {
  const idp = random.chance(0.6) ? { idp: random.pick(IDPS) } : {};
  const pattern = random.pick(PATTERNS);
  if (!pattern.includes("{")) return { ...idp, groups: [random.pick(GROUPS)], roles: [pattern] };
  const placeholders = ["{account}", "{role}"].filter((one) => pattern.includes(one));
  return {
    ...idp,
    group: placeholders.length === 2 ? "aws-{account}-{role}" : (placeholders[0] ?? ""),
    roles: [pattern],
  };
}

test("2,000 rule sets: whoever holds a role came through a listed provider, and every listed one has somebody", () => {
  const random = createRandom(20261124);
  for (let made = 0; made < 2_000; made++) {
    const rules = Array.from({ length: 1 + random.below(3) }, () => drawRule(random));
    const access = compileAccess(declareAccess(ACCOUNTS, rules));
    const holders = new Map<string, Set<string>>();
    for (const idp of IDPS) {
      // All groups there are: what this person is not given, nobody of the provider is.
      const groups = [...GROUPS, "aws-a-Ops", "aws-b-Dev", "aws-a-team/Dev2", "aws-a-Dev2", "Ops", "Dev2", "b"];
      for (const { roleArn } of resolveGrants(access, person({ idp, groups }))) {
        holders.set(roleArn, (holders.get(roleArn) ?? new Set()).add(idp));
      }
    }
    for (const { roleArn } of access.index.roles) {
      const listed = listHolderIdps(access.index, rules, roleArn, IDPS);
      expect({ rules, roleArn, listed }).toEqual({
        rules,
        roleArn,
        listed: IDPS.filter((idp) => holders.get(roleArn)?.has(idp)),
      });
    }
  }
});

test("a role that is not declared has no holders", () => {
  const { index } = compileAccess(declareAccess(ACCOUNTS, []));
  expect(listHolderIdps(index, [{ groups: ["g"], roles: ["*/*"] }], "arn:aws:iam::333333333333:role/x", IDPS)).toEqual(
    [],
  );
});
