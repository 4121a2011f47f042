import { expect, test } from "vitest";
import type { TrustRequest } from "#lib/trust/request";
import { readTrustRequest, writeTrustRequest } from "./recorded-request";

const request: TrustRequest = {
  action: "sts:AssumeRole",
  caller: { kind: "AWS", accountId: "111122223333", arns: ["arn:aws:iam::111122223333:user/portal"] },
  sessionTags: Array.from({ length: 50 }, (_, at) => ({ key: `${at}`.padEnd(128, "k"), value: "v".repeat(256) })),
  transitiveTagKeys: ["0"],
  sourceIdentity: null,
  context: { "sts:ExternalId": ["x".repeat(1224)] },
};

test("a recorded request is read as it was, with as many tags as AWS takes", () => {
  const text = writeTrustRequest(request);
  expect(readTrustRequest(text ?? undefined)).toEqual(request);
});

test("one that is too long for a row is not recorded", () => {
  expect(writeTrustRequest({ ...request, sourceIdentity: "x".repeat(40_000) })).toBeNull();
});

test.each([
  undefined,
  "",
  "{",
  "null",
  "[]",
  '{"action":"sts:AssumeRole"}',
  JSON.stringify({ ...request, token: "x" }),
])("what this version cannot read is no request: %s", (text) => {
  expect(readTrustRequest(text)).toBeNull();
});
