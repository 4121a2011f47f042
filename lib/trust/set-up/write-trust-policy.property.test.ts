import { expect, test } from "vitest";
import { createRandom } from "#lib/access/fixtures/declared";
import { evaluateTrustPolicy } from "../evaluate-trust-policy";
import { parseTrustPolicy } from "../parse-trust-policy";
import type { TrustRequest } from "../request";
import { ACCOUNTS, PARTITIONS, VIAS } from "./fixtures/draw-proof";
import { type DrawnTrust, drawTrust } from "./fixtures/draw-trust";
import { writeTrustPolicy } from "./write-trust-policy";

const CASES = 500;

function* drawn(
  via: (typeof VIAS)[number],
): Generator<DrawnTrust & { readonly decide: (of: TrustRequest) => boolean }> {
  const random = createRandom(20261122);
  for (let made = 0; made < CASES; made++) {
    const place = { partition: random.pick(PARTITIONS), accountId: random.pick(ACCOUNTS) };
    const trust = drawTrust(random, via, place);
    const policy = parseTrustPolicy(JSON.stringify(writeTrustPolicy(trust.plan, place)));
    if (!policy.ok) throw new Error(`IAM would refuse it: ${policy.error.path} ${policy.error.message.code}`);
    yield { ...trust, decide: (of) => evaluateTrustPolicy(policy.value, of).allowed };
  }
}

test.each(VIAS)(`${CASES} roles via %s: the trust policy written for each lets in what the portal sends`, (via) => {
  const shut = [...drawn(via)].filter(({ decide, request }) => !decide(request));
  expect(shut.map(({ plan, request }) => ({ plan, request }))).toEqual([]);
});

test.each(VIAS)(`${CASES} roles via %s: each policy refuses every other proof, tag, identity and account`, (via) => {
  const seen = new Set<string>();
  for (const { decide, hostile, plan } of drawn(via)) {
    for (const [name, request] of Object.entries(hostile)) {
      seen.add(name);
      if (decide(request)) expect({ name, plan, request }).toBe("refused");
    }
  }
  expect(seen.size).toBeGreaterThan(8);
});
