import { expect, test } from "vitest";
import { evaluateTrustPolicy } from "./evaluate-trust-policy";
import { ALL_OPERATORS } from "./fixtures/condition-pool";
import { generatePair, type Pair } from "./fixtures/generate-pair";
import { secondOpinion } from "./fixtures/second-opinion";
import { seedRandom } from "./fixtures/seeded-random";
import { parseTrustPolicy } from "./parse-trust-policy";

const SEED = 20_261_121;
const COUNT = 10_000;

function decide({ document, request }: Pair) {
  const policy = parseTrustPolicy(document);
  if (!policy.ok) throw new Error(`${policy.error.path}: ${policy.error.message.code} in ${JSON.stringify(document)}`);
  return evaluateTrustPolicy(policy.value, request);
}

/** Which operators and elements decided something, each way: a check that nothing was ever asked of says nothing. */
function note(seen: Set<string>, pair: Pair, decision: ReturnType<typeof decide>): void {
  for (const outcome of decision.statements) {
    const statement = pair.document.Statement[outcome.index] ?? {};
    const reached = outcome.mismatch === null || outcome.mismatch.code === "condition_failed";
    const failed = outcome.mismatch?.code === "condition_failed" ? outcome.mismatch.conditions : [];
    if (!reached) continue;
    for (const element of ["NotPrincipal", "NotAction"]) {
      if (element in statement) seen.add(`${outcome.effect} ${element}`);
    }
    for (const operator of Object.keys(statement.Condition ?? {})) {
      seen.add(`${operator} ${failed.some((one) => one.operator === operator) ? "fails" : "holds"}`);
    }
    if (JSON.stringify(statement.Condition ?? {}).includes("${aws:")) seen.add("variable");
  }
  for (const action of decision.actions) seen.add(`denial ${action.denial}`);
}

test(`${COUNT} generated policies and requests: the evaluator and a second reading of IAM's documentation agree`, () => {
  const random = seedRandom(SEED);
  const seen = new Set<string>();
  const disagreements: Pair[] = [];
  let allowed = 0;
  for (let index = 0; index < COUNT; index++) {
    const pair = generatePair(random);
    const decision = decide(pair);
    if (decision.allowed !== secondOpinion(pair.document, pair.plain)) disagreements.push(pair);
    if (decision.allowed) allowed += 1;
    note(seen, pair, decision);
  }
  expect(disagreements.slice(0, 3)).toEqual([]);
  expect(disagreements).toHaveLength(0);
  expect(allowed / COUNT).toBeGreaterThan(0.15);
  expect(allowed / COUNT).toBeLessThan(0.85);
  const wanted = [
    ...ALL_OPERATORS.flatMap((operator) => [`${operator} holds`, `${operator} fails`]),
    ...["Allow NotPrincipal", "Deny NotPrincipal", "Allow NotAction", "Deny NotAction", "variable"],
    ...["denial null", "denial implicit", "denial explicit"],
  ];
  expect(wanted.filter((one) => !seen.has(one))).toEqual([]);
}, 120_000);
