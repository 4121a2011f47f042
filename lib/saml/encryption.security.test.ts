import { describe, expect, test } from "vitest";
import { type EncryptionChoice, encryptAssertion } from "./fixtures/encrypt-assertion";
import { readPair } from "./fixtures/fixture-file";
import { makeResponse, replaceOnce } from "./fixtures/honest-response";
import { refusalOf } from "./fixtures/verify-fixture";

const XENC = "http://www.w3.org/2001/04/xmlenc#";
const decryption = readPair("test-sp-encryption");
const encrypted = (choice: EncryptionChoice = {}) =>
  makeResponse({ wrapAssertion: (a) => encryptAssertion(a, choice) });
const refusal = (xml: string, provider: Record<string, unknown> = { decryption }) => refusalOf(xml, { provider });

describe("encryption outside the list is refused, although it can be decrypted", () => {
  test.each<[string, EncryptionChoice]>([
    ["AES-CBC", { cipher: "aes-128-cbc", contentAlgorithm: `${XENC}aes128-cbc` }],
    ["3DES", { contentAlgorithm: `${XENC}tripledes-cbc` }],
    ["RSA PKCS #1 v1.5", { keyAlgorithm: `${XENC}rsa-1_5` }],
    [
      "OAEP with SHA-1 by default",
      { keyAlgorithm: `${XENC}rsa-oaep-mgf1p`, digest: null, mgf: null, oaepHash: "sha1" },
    ],
    [
      "OAEP with SHA-1 by name",
      {
        keyAlgorithm: `${XENC}rsa-oaep-mgf1p`,
        digest: "http://www.w3.org/2000/09/xmldsig#sha1",
        mgf: null,
        oaepHash: "sha1",
      },
    ],
    ["OAEP with MGF1 of SHA-1", { mgf: null }],
    ["OAEP with two different hashes", { mgf: "http://www.w3.org/2009/xmlenc11#mgf1sha512" }],
  ])("%s", async (_, choice) => {
    expect(await refusal(encrypted(choice))).toBe("saml_encryption_algorithm_refused");
  });
});

describe("what cannot be decrypted is refused with one code", () => {
  test("no key is configured", async () => {
    expect(await refusal(encrypted(), {})).toBe("saml_decryption_failed");
  });

  test("the key is another's", async () => {
    expect(await refusal(encrypted(), { decryption: readPair("stranger") })).toBe("saml_decryption_failed");
  });

  test.each([
    ["changed text", /(<\/ds:KeyInfo><xenc:CipherData><xenc:CipherValue>.{40})./, "$1A"],
    ["a wrapped key that was changed", /(<\/xenc:EncryptionMethod><xenc:CipherData><xenc:CipherValue>.{40})./, "$1A"],
  ])("%s", async (_, from, to) => {
    const xml = encrypted();
    const changed =
      [to, to.replace("A", "B")].map((text) => xml.replace(from, text)).find((other) => other !== xml) ?? "";
    expect(await refusal(changed)).toBe("saml_decryption_failed");
  });

  test("the tag is cut short", async () => {
    const xml = replaceOnce(
      encrypted(),
      /<xenc:CipherValue>[^<]*<\/xenc:CipherValue><\/xenc:CipherData><\/xenc:EncryptedData>/,
      "<xenc:CipherValue>AAAA</xenc:CipherValue></xenc:CipherData></xenc:EncryptedData>",
    );
    expect(await refusal(xml)).toBe("saml_decryption_failed");
  });

  test.each([
    ["60 KB of <", "<".repeat(60_000)],
    ["60 KB of <x>", "<x>".repeat(20_000)],
    ["60 KB of <!--", "<!--".repeat(15_000)],
    ["a DOCTYPE", "<!DOCTYPE a><a/>"],
  ])("%s that anybody encrypted never reaches the library", async (_, text) => {
    const startedAt = performance.now();
    expect(await refusal(makeResponse({ wrapAssertion: () => encryptAssertion(text) }))).toBe("saml_decryption_failed");
    expect(performance.now() - startedAt).toBeLessThan(500);
  });
});

describe("shape", () => {
  test("two keys, two data or none are refused", async () => {
    const xml = encrypted();
    const key = /<xenc:EncryptedKey>.*<\/xenc:EncryptedKey>/.exec(xml)?.[0] ?? "";
    expect(await refusal(replaceOnce(xml, key, key + key))).toBe("saml_encryption_malformed");
    expect(await refusal(replaceOnce(xml, key, ""))).toBe("saml_encryption_malformed");
    expect(await refusal(replaceOnce(xml, /<xenc:EncryptedData.*<\/xenc:EncryptedData>/, ""))).toBe(
      "saml_encryption_malformed",
    );
  });

  test("an assertion in the clear is refused where encryption is required", async () => {
    const provider = { decryption, requireEncryptedAssertion: true };
    expect(await refusal(makeResponse(), provider)).toBe("saml_encryption_missing");
    expect(await refusal(encrypted(), provider)).toContain("accepted");
  });

  test("every rule holds inside an encrypted assertion too", async () => {
    const xml = makeResponse({ facts: { audience: "urn:other" }, wrapAssertion: (a) => encryptAssertion(a) });
    expect(await refusal(xml)).toBe("saml_audience_wrong");
    const pair = readPair("stranger");
    expect(await refusal(makeResponse({ signing: { pair }, wrapAssertion: (a) => encryptAssertion(a) }))).toBe(
      "saml_signature_invalid",
    );
  });
});
