import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { HOSTILE_INPUTS, listSecrets } from "./fixtures/hostile-inputs";
import type { CredentialBlockInput } from "./format";
import { javascript } from "./javascript";

const STAND_INS = `"use strict";
  const GetCallerIdentityCommand = Object;
  const console = { log: record };
  function STSClient(options) { record(options); this.send = async () => ({ Arn: "arn" }); }`;

/** Runs the snippet by the real parser, with a client that only remembers its options. */
async function runSnippet(input: CredentialBlockInput): Promise<unknown[]> {
  const seen: unknown[] = [];
  const [importLine, ...body] = javascript.format(input).split("\n");
  expect(importLine).toMatch(/^import \{ GetCallerIdentityCommand, STSClient \} from "@aws-sdk\/client-sts";$/);
  const record = (value: unknown) => seen.push(value);
  await runInNewContext(`${STAND_INS}; (async () => {\n${body.join("\n")}})()`, { record });
  return seen;
}

describe("syntax escape in the JavaScript snippet", () => {
  it("every value is one string, and nothing runs but the one call", async () => {
    for (const input of HOSTILE_INPUTS) {
      const [accessKeyId, secretAccessKey, sessionToken, region] = listSecrets(input);
      const seen: unknown = JSON.parse(JSON.stringify(await runSnippet(input)));
      const expiration = "2099-12-31T23:59:59.000Z";
      expect(seen).toEqual([
        { region, credentials: { accessKeyId, secretAccessKey, sessionToken, expiration } },
        "arn",
      ]);
    }
  });
});
