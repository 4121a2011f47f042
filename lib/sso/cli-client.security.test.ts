import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { findClient, issueClient, type TextSealer, verifyClient } from "./cli-client";

const NOW = new Date("2026-11-21T12:00:00Z");
const LATER = new Date(NOW.getTime() + 91 * 86_400_000);
const ID = "11111111-2222-4333-8444-555555555555";

/** Seals as lib/db does as far as it counts here: what another key or context made does not open. */
const sealerOf = (key: string): TextSealer => {
  const tag = (plain: string, context: string) =>
    createHash("sha256").update(`${key} ${context} ${plain}`).digest("hex");
  return {
    seal: (plain, context) => Buffer.from(JSON.stringify([plain, tag(plain, context)])),
    unseal: (sealed, context) => {
      try {
        const [plain, sent] = JSON.parse(Buffer.from(sealed).toString());
        return sent === tag(plain, context) ? plain : null;
      } catch {
        return null;
      }
    },
  };
};

const sealer = sealerOf("ours");
const registration = {
  clientName: "botocore-client-corp",
  clientType: "public" as const,
  scopes: undefined,
  redirectUris: undefined,
  grantTypes: undefined,
};
const given = issueClient(sealer, { ...registration, scopes: ["sso:account:access"] }, ID, NOW);

test("a client is what it registered as, until its registration ends", () => {
  expect(verifyClient(sealer, given, NOW)).toMatchObject({ ok: true, value: { id: ID, name: "botocore-client-corp" } });
  expect(findClient(sealer, given.clientId, NOW)).toMatchObject({ id: ID, renewable: true });
  expect(findClient(sealer, given.clientId, LATER)).toBeNull();
});

test("a client that names no scope and no grant is one that cannot renew", () => {
  const { clientId } = issueClient(sealer, registration, ID, NOW);
  expect(findClient(sealer, clientId, NOW)).toMatchObject({ renewable: false });
});

describe("a foreign client", () => {
  const other = issueClient(sealer, registration, "99999999-2222-4333-8444-555555555555", NOW);
  const foreign = issueClient(sealerOf("another's"), registration, ID, NOW);
  test.each([
    ["with the secret of another", { clientId: given.clientId, clientSecret: other.clientSecret }],
    ["with its id for a secret", { clientId: given.clientId, clientSecret: given.clientId }],
    ["with its bare id for a secret", { clientId: given.clientId, clientSecret: ID }],
    ["with a secret for an id", { clientId: given.clientSecret, clientSecret: given.clientSecret }],
    ["of another portal", foreign],
    ["that was made up", { clientId: "AAAA", clientSecret: "AAAA" }],
    ["that is nothing", { clientId: "", clientSecret: "" }],
  ])("%s is refused", (_name, credentials) => {
    expect(verifyClient(sealer, credentials, NOW)).toMatchObject({
      ok: false,
      error: { name: "InvalidClientException" },
    });
  });
  test("that has expired is refused", () => {
    expect(verifyClient(sealer, given, LATER)).toMatchObject({ ok: false });
  });
});
