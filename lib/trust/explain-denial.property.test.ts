import { expect, test } from "vitest";
import { evaluateTrustPolicy } from "./evaluate-trust-policy";
import { explainDenial } from "./explain-denial";
import type { Explanation, PolicyDocument } from "./explanation";
import { generatePair, type Pair } from "./fixtures/generate-pair";
import { inEnglish, inGerman } from "./fixtures/in-words";
import { seedRandom } from "./fixtures/seeded-random";
import { parseTrustPolicy } from "./parse-trust-policy";
import type { Caller, TrustRequest } from "./request";

const COUNT = 2000;
const limits = { durationSeconds: 3600, maxSessionDurationSeconds: 3600 };

function explain(document: unknown, request: TrustRequest): Explanation {
  const explained = explainDenial(document, request, limits);
  if (!explained.ok) throw new Error(`${explained.error.path}: ${explained.error.message.code}`);
  return explained.value;
}

function allows(document: PolicyDocument | Pair["document"], request: TrustRequest): boolean {
  const policy = parseTrustPolicy(document);
  if (!policy.ok) throw new Error(`${policy.error.path}: ${policy.error.message.code} in ${JSON.stringify(document)}`);
  return evaluateTrustPolicy(policy.value, request).allowed;
}

/** The refused ones of many generated pairs, with what was said about them. */
function* generateRefusals(seed: number): Generator<Pair & { readonly explanation: Explanation }> {
  const random = seedRandom(seed);
  for (let index = 0; index < COUNT; index++) {
    const pair = generatePair(random);
    const explanation = explain(pair.document, pair.request);
    expect(explanation.allowed).toBe(allows(pair.document, pair.request));
    if (!explanation.allowed) yield { ...pair, explanation };
  }
}

function expectWords({ headline, findings, fix }: Explanation) {
  const said = findings.flatMap(({ sentence, insight }) =>
    insight === null ? [sentence] : [sentence, insight.sentence],
  );
  for (const saying of [headline, ...said, ...(fix?.summary ?? [])]) {
    expect(inEnglish(saying)).toMatch(/^[A-Z`].*\w.*[.]$/s);
    expect(inGerman(saying)).not.toBe(inEnglish(saying));
  }
}

test("whatever is wrong, the fix lets the request in, and there is a finding with a sentence in each language", () => {
  let refused = 0;
  for (const { document, request, explanation } of generateRefusals(1)) {
    refused += 1;
    expect(explanation.findings.length).toBeGreaterThan(0);
    if (refused % 4 === 0) expectWords(explanation);
    const fixed = explanation.fix?.policy ?? {};
    if (!allows(fixed, request)) throw new Error(JSON.stringify({ document, request, fix: explanation.fix }, null, 1));
    expect(explanation.fix?.summary.length).toBeGreaterThan(0);
    expect(JSON.parse(explanation.fix?.json ?? "")).toEqual(fixed);
  }
  expect(refused).toBeGreaterThan(COUNT * 0.15);
}, 120_000);

const STRANGERS: readonly Caller[] = [
  { kind: "Federated", providerArn: "arn:aws:iam::999999999999:saml-provider/stranger" },
  { kind: "AWS", accountId: "999999999999", arns: ["arn:aws:iam::999999999999:user/stranger"] },
  { kind: "Service", service: "stranger.amazonaws.com" },
];

test("a stranger whom the policy kept out stays out", () => {
  let kept = 0;
  for (const { document, request, explanation } of generateRefusals(2)) {
    const fixed = explanation.fix?.policy ?? {};
    const context = { ...request.context, "idp.example.com:sub": ["stranger"], "aws:PrincipalArn": ["stranger"] };
    for (const caller of STRANGERS) {
      const strange = { ...request, caller, context };
      if (allows(document, strange)) continue;
      kept += 1;
      if (allows(fixed, strange))
        throw new Error(JSON.stringify({ document, strange, request, fix: explanation.fix }, null, 1));
    }
  }
  expect(kept).toBeGreaterThan(COUNT * 0.15);
}, 120_000);
