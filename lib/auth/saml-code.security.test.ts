import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Storage } from "#lib/db/current";
import { openDatabase } from "#lib/db/open-database";
import { createSealer, newReference } from "#lib/db/sealed";
import { type SignInOutcome, saveSignInCode } from "#lib/db/sign-in-codes";
import { type CodeExchange, exchangeSamlCode } from "./saml-provider";

const directory = mkdtempSync(join(tmpdir(), "gatehouse-auth-"));
const VERIFIER = "v".repeat(43);
const STATE = "the-state-of-this-browser";
const challengeOf = (verifier: string) => createHash("sha256").update(verifier).digest("base64url");

const outcome: SignInOutcome = {
  identity: {
    idp: "corp",
    protocol: "saml",
    subject: "alice",
    email: null,
    name: null,
    groups: [],
    groupsProblem: null,
    claims: {},
  },
  nameId: null,
  sessionIndex: null,
  notAfter: null,
  proofs: [],
};

let storage: Storage;
beforeAll(async () => {
  const { client: db, query, close } = await openDatabase({ directory });
  storage = { db, query, close, sealer: createSealer(Buffer.alloc(32, 7)), authSecret: "unused" };
  globalThis.gatehouseStorage = Promise.resolve(storage);
});
afterAll(async () => {
  globalThis.gatehouseStorage = undefined;
  await storage.close();
  rmSync(directory, { recursive: true });
});

type Row = Parameters<typeof saveSignInCode>[3];

async function mint(change: Partial<Row> = {}): Promise<string> {
  const code = newReference();
  const expiresAt = new Date(Date.now() + 60_000);
  const row = { idp: "corp", state: STATE, codeChallenge: challengeOf(VERIFIER), outcome, expiresAt, ...change };
  await saveSignInCode(storage.db, storage.sealer, code, row);
  return code;
}

/** What an honest browser brings; each test changes one thing. */
const honest = (code: string): CodeExchange => ({ code, returnedState: STATE, state: STATE, codeVerifier: VERIFIER });

describe("the code that the ACS minted", () => {
  test("is exchanged by the browser that began the sign-in, once", async () => {
    const code = await mint();
    expect(await exchangeSamlCode("corp", honest(code))).toEqual({ ok: true, value: outcome });
    expect(await exchangeSamlCode("corp", honest(code))).toEqual({ ok: false, error: "code_unknown" });
  });

  test.each<[string, Partial<CodeExchange>, string]>([
    ["login CSRF: no state in this browser", { state: undefined }, "state_mismatch"],
    ["login CSRF: the state of another browser", { state: "the-state-of-another-one!" }, "state_mismatch"],
    ["no state came back", { returnedState: undefined }, "state_mismatch"],
    ["another state came back", { returnedState: "the-state-of-another-one!" }, "state_mismatch"],
    [
      "a state of the same browser's other attempt",
      { state: "x".repeat(25), returnedState: "x".repeat(25) },
      "state_mismatch",
    ],
    ["code injection: no PKCE verifier", { codeVerifier: undefined }, "code_verifier_mismatch"],
    ["code injection: another PKCE verifier", { codeVerifier: "w".repeat(43) }, "code_verifier_mismatch"],
    ["the challenge in the verifier's place", { codeVerifier: challengeOf(VERIFIER) }, "code_verifier_mismatch"],
    ["no code", { code: undefined }, "code_missing"],
    ["something that is no code", { code: "' OR 1=1" }, "code_missing"],
    ["a made-up code", { code: "A".repeat(43) }, "code_unknown"],
  ])("%s: refused", async (_name, change, error) => {
    const code = await mint();
    expect(await exchangeSamlCode("corp", { ...honest(code), ...change })).toEqual({ ok: false, error });
  });

  test("mix-up: a code of one identity provider at the callback of another is refused, and spent", async () => {
    const code = await mint();
    expect(await exchangeSamlCode("other", honest(code))).toEqual({ ok: false, error: "code_of_another_idp" });
    expect(await exchangeSamlCode("corp", honest(code))).toEqual({ ok: false, error: "code_unknown" });
  });

  test.each<[string, Partial<Row>, string]>([
    ["without a state of its own (an unsolicited response)", { state: null }, "state_mismatch"],
    ["without a challenge", { codeChallenge: null }, "code_verifier_mismatch"],
    ["that is over", { expiresAt: new Date(Date.now() - 1000) }, "code_unknown"],
  ])("a code %s signs nobody in", async (_name, change, error) => {
    expect(await exchangeSamlCode("corp", honest(await mint(change)))).toEqual({ ok: false, error });
  });
});
