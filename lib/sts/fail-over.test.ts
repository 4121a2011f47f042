import type { ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { buildRoleArn } from "#lib/aws/arn";
import { assumeRoleWithWebIdentity } from "./assume-role-with-web-identity";
import { callStsAnywhere } from "./fail-over";
import { answerWith, failure, startLoopbackSts, success } from "./fixtures/loopback-sts";

const call = assumeRoleWithWebIdentity({
  roleArn: buildRoleArn({ partition: "aws", accountId: "111122223333", roleName: "Dev" }),
  roleSessionName: "alice",
  webIdentityToken: "eyJ.payload.signature",
  durationSeconds: 900,
  policy: null,
  policyArns: [],
});

type Answer = (response: ServerResponse) => void;

const keepSilent: Answer = () => undefined;
const cut: Answer = (response) => {
  response.destroy();
};

/** Two Regions; answers what each saw, and how long one call took. */
async function ask(first: Answer, nowMs: readonly number[] = [0]) {
  const near = await startLoopbackSts(first);
  const far = await startLoopbackSts(answerWith(200, success("AssumeRoleWithWebIdentity")));
  const route = {
    first: { region: "eu-west-1", endpoint: near.url },
    other: { region: "eu-central-1", endpoint: far.url },
  };
  const startedAt = performance.now();
  const answers = [];
  for (const at of nowMs) answers.push(await callStsAnywhere(call, { ...route, nowMs: at }));
  const tookMs = performance.now() - startedAt;
  await Promise.all([near.stop(), far.stop()]);
  return { answers, tookMs, near: near.seen.length, far: far.seen.length };
}

test.each([
  ["never answers", keepSilent],
  ["cuts the connection", cut],
  ["is in trouble", answerWith(503, failure("ServiceUnavailable"))],
] as const)("a Region that %s: another one answers within two seconds", async (_name, first: Answer) => {
  const { answers, tookMs, near, far } = await ask(first);
  expect(answers).toMatchObject([{ ok: true, region: "eu-central-1" }]);
  expect([near, far]).toEqual([1, 1]);
  expect(tookMs).toBeLessThan(2_000);
});

test("a Region that failed is passed over for half a minute, and then asked again", async () => {
  const { near, far } = await ask(answerWith(503, failure("ServiceUnavailable")), [0, 29_000, 31_000]);
  expect([near, far]).toEqual([2, 3]);
});

test("a refusal is a refusal in every Region", async () => {
  const { answers, near, far } = await ask(answerWith(403, failure("AccessDenied")));
  expect(answers).toMatchObject([{ ok: false, error: { code: "sts_access_denied" } }]);
  expect([near, far]).toEqual([1, 0]);
});

test("throttling is waited out where it happened", async () => {
  const { answers, near, far } = await ask(answerWith(400, failure("Throttling")));
  expect(answers).toMatchObject([{ ok: false, error: { code: "sts_throttled" }, region: "eu-west-1" }]);
  expect([near, far]).toEqual([4, 0]);
});
