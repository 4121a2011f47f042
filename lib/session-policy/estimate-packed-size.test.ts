import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { estimatePackedPercent } from "./estimate-packed-size";
import { compile } from "./fixtures/moments";
import { createRandom } from "./fixtures/random";

test("nothing takes no room", async () => {
  expect(await estimatePackedPercent({ policy: null, policyArns: [], tags: [] })).toBe(0);
});

test("is the deflated size of policy, managed policies and tags", async () => {
  const [policy, policyArns] = [compile({ readOnly: true }).policy, ["arn:aws:iam::aws:policy/ReadOnlyAccess"]];
  const bytes = deflateRawSync(JSON.stringify([policy, policyArns, [{ key: "team", value: "payments" }]])).length;
  const percent = await estimatePackedPercent({ policy, policyArns, tags: [{ key: "team", value: "payments" }] });
  expect(percent).toBe(Math.ceil((bytes * 100) / 1024));
});

test("every preset at once leaves room for tags", async () => {
  const scope = { readOnly: true, region: "eu-west-1", noIam: true, until: "2026-11-21T12:00:00Z", myAddress: true };
  const { policy } = compile(scope);
  expect(await estimatePackedPercent({ policy, policyArns: [], tags: [] })).toBeLessThan(85);
});

test("a text of the longest length without any pattern does not fit", async () => {
  const random = createRandom(1);
  const letters: readonly [string, ...string[]] = [
    "!",
    ...Array.from({ length: 92 }, (_, at) => String.fromCharCode(34 + at)),
  ];
  const policy = Array.from({ length: 2048 }, () => random.pick(letters)).join("");
  expect(await estimatePackedPercent({ policy, policyArns: [], tags: [] })).toBeGreaterThan(100);
});
