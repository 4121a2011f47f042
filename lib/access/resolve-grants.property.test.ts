import { expect, it } from "vitest";
import type { RuleConfig } from "#lib/config/access-schema";
import { compileAccess } from "./compile-rules";
import { createRandom, declareAccess, declareAccount, person } from "./fixtures/declared";
import { resolveNaively } from "./fixtures/naive-resolver";
import { resolveGrants } from "./resolve-grants";

type Random = ReturnType<typeof createRandom>;

// Few and similar names, so that prefixes, splits and globs really meet.
const ACCOUNT_NAMES = ["a", "a-b", "b", "a-a", "prod", "a-prod", "000000000003", "a b"] as const;
const ROLE_NAMES = ["Dev", "b-Dev", "a", "x/Dev", "x/y/Dev", "Dev-a", "b", "x*/Dev"] as const;
const GROUPS = [
  "aws-a-b-Dev",
  "aws-a-Dev",
  "a-b",
  "a-a",
  "g1",
  "g2",
  "Dev@a",
  "x/Dev@a-b",
  "aws-000000000001-b",
  "a",
] as const;
const TEMPLATES = [
  "aws-{account}-{role}",
  "{account}-{role}",
  "{role}@{account}",
  "{account}{role}",
  "{account}",
  "{role}",
  "a-{role}",
  "aws-{account}-Dev",
] as const;
const PATTERNS = [
  "{account}/{role}",
  "*/{role}",
  "{account}/*",
  "a/{role}",
  "{account}/Dev",
  "a*/D*v",
  "*/*",
  "env=p/Dev",
  "env=p,t=1/*",
  "000000000003/Dev",
  "a-b/x/Dev",
  "**/*a*",
  "env=q/{role}",
  "x{role}/Dev",
  "b/x/*",
] as const;

function randomRule(r: Random): RuleConfig {
  const claim = () => ({ [r.pick(["dept", "constructor", "team"])]: [r.pick(["f", "g"]), ...r.some(["f", "h"], 1)] });
  return {
    ...(r.chance(0.6) ? { group: r.chance(0.7) ? r.pick(TEMPLATES) : r.pick(GROUPS) } : {}),
    ...(r.chance(0.3) ? { groups: [r.pick(GROUPS), ...r.some(GROUPS, 2)] } : {}),
    ...(r.chance(0.3) ? { claims: { ...claim(), ...(r.chance(0.3) ? claim() : {}) } } : {}),
    ...(r.chance(0.2) ? { idp: r.pick(["corp", "entra"]) } : {}),
    roles: [r.pick(PATTERNS), ...r.some(PATTERNS, 2)],
  };
}

function randomCase(seed: number) {
  const r = createRandom(seed);
  const accounts = Array.from({ length: 1 + r.below(5) }, (_, at) =>
    declareAccount(`00000000000${at}`, r.pick(ACCOUNT_NAMES), [...new Set(r.some(ROLE_NAMES, 5))], {
      labels: { ...(r.chance(0.6) ? { env: r.pick(["p", "q"]) } : {}), ...(r.chance(0.5) ? { t: "1" } : {}) },
    }),
  );
  const access = declareAccess(
    accounts,
    Array.from({ length: r.below(r.chance(0.1) ? 40 : 6) }, () => randomRule(r)),
  );
  const identity = person({
    idp: r.pick(["corp", "entra"]),
    groups: r.some(GROUPS, 8),
    groupsProblem: r.chance(0.05) ? "groups_overage" : null,
    claims: {
      ...(r.chance(0.6) ? { dept: r.some(["f", "g", "h"], 2) } : {}),
      ...(r.chance(0.5) ? { team: ["g"] } : {}),
    },
  });
  return { access, identity };
}

it("gives exactly what an independent, naive reading of the rules gives, in 20,000 random organisations", () => {
  let granted = 0;
  for (let seed = 1; seed <= 20_000; seed++) {
    const { access, identity } = randomCase(seed);
    const grants = resolveGrants(compileAccess(access), identity);
    const lines = grants.map((grant) => `${grant.accountId} ${grant.roleName} <- ${grant.grantedBy.join(" ")}`);
    granted += lines.length;
    expect(lines, `seed ${seed}`).toEqual(resolveNaively(access, identity));
  }
  expect(granted).toBeGreaterThan(10_000);
});
