import { createHash, createSign } from "node:crypto";
import { describe, expect, test } from "vitest";
import { bareCertificate, readPair } from "./fixtures/fixture-file";
import { makeResponse, replaceOnce } from "./fixtures/honest-response";
import { refusalOf } from "./fixtures/verify-fixture";

const stranger = readPair("stranger");
const EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";
const ENVELOPED = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";

describe("who signed", () => {
  test("an unsigned response is refused", async () => {
    expect(await refusalOf(makeResponse({ signed: "none" }))).toBe("saml_signature_missing");
  });

  test.each(["assertion", "response", "both"] as const)("signed by another key (%s) is refused", async (signed) => {
    expect(await refusalOf(makeResponse({ signed, signing: { pair: stranger } }))).toBe("saml_signature_invalid");
  });

  test("a certificate taken from the message counts for nothing", async () => {
    const xml = makeResponse({ signing: { pair: stranger } });
    expect(xml).toContain(bareCertificate(stranger.certificate));
    expect(await refusalOf(xml)).toBe("saml_signature_invalid");
  });

  test("the IdP's own certificate in KeyInfo beside another's signature counts for nothing", async () => {
    const pair = { ...stranger, certificate: readPair("test-idp").certificate };
    expect(await refusalOf(makeResponse({ signing: { pair } }))).toBe("saml_signature_invalid");
  });

  test("a response without KeyInfo is verified with the configured key", async () => {
    const xml = makeResponse().replace(/<ds:KeyInfo>.*?<\/ds:KeyInfo>/s, "");
    expect(await refusalOf(xml)).toContain("accepted");
  });

  test("a sound assertion inside a response whose signature is broken is refused", async () => {
    const xml = makeResponse({ signed: "both" });
    expect(
      await refusalOf(replaceOnce(xml, 'Version="2.0" IssueInstant', 'Version="2.0"  Consent="x" IssueInstant')),
    ).toBe("saml_signature_invalid");
  });

  test("an assertion that another key signed, inside a sound response, is refused", async () => {
    const inner = makeResponse({ signing: { pair: stranger } });
    const signedAssertion = /<saml:Assertion.*<\/saml:Assertion>/s.exec(inner)?.[0] ?? "";
    const xml = makeResponse({ signed: "response", wrapAssertion: () => signedAssertion });
    expect(await refusalOf(xml)).toBe("saml_signature_invalid");
  });
});

describe("changed after signing", () => {
  test.each([
    ["the NameID", "alice@example.test</saml:NameID>", "mallory@example.test</saml:NameID>"],
    ["a group", ">staff<", ">aws-root<"],
    ["a time", /NotOnOrAfter="[^"]*"/, 'NotOnOrAfter="2030-01-01T00:00:00Z"'],
    ["the recipient", /Recipient="[^"]*"/, 'Recipient="https://evil.example/acs"'],
    [
      "an attribute more",
      "</saml:AttributeStatement>",
      '<saml:Attribute Name="groups"><saml:AttributeValue>x</saml:AttributeValue></saml:Attribute></saml:AttributeStatement>',
    ],
    ["white space in a value", ">staff<", ">staff <"],
  ])("%s: refused", async (_, from, to) => {
    for (const signed of ["assertion", "response", "both"] as const) {
      expect(await refusalOf(replaceOnce(makeResponse({ signed }), from, to))).toBe("saml_signature_invalid");
    }
  });
});

describe("algorithms outside the list are refused, although the key is right", () => {
  test.each([
    ["an RSA-SHA1 signature", { signatureAlgorithm: "http://www.w3.org/2000/09/xmldsig#rsa-sha1" }],
    ["a SHA-1 digest", { digestAlgorithm: "http://www.w3.org/2000/09/xmldsig#sha1" }],
    ["inclusive c14n of SignedInfo", { canonicalizationAlgorithm: "http://www.w3.org/TR/2001/REC-xml-c14n-20010315" }],
    ["c14n with comments", { canonicalizationAlgorithm: `${EXCLUSIVE}WithComments` }],
    ["inclusive c14n as transform", { transforms: [ENVELOPED, "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"] }],
    ["the enveloped transform alone", { transforms: [ENVELOPED] }],
    ["transforms in another order", { transforms: [EXCLUSIVE, ENVELOPED] }],
    ["a transform twice", { transforms: [ENVELOPED, EXCLUSIVE, EXCLUSIVE] }],
    [
      "HMAC with the public key",
      { signatureAlgorithm: "http://www.w3.org/2000/09/xmldsig#hmac-sha1", hmacKey: readPair("test-idp").certificate },
    ],
  ])("%s", async (_, signing) => {
    expect(await refusalOf(makeResponse({ signing }))).toBe("saml_algorithm_refused");
  });

  test.each([
    ["MD5", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "http://www.w3.org/2001/04/xmldsig-more#rsa-md5"],
    ["DSA", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "http://www.w3.org/2000/09/xmldsig#dsa-sha1"],
    ["XSLT", ENVELOPED, "http://www.w3.org/TR/1999/REC-xslt-19991116"],
    ["XPath", ENVELOPED, "http://www.w3.org/TR/1999/REC-xpath-19991116"],
    ["base64", ENVELOPED, "http://www.w3.org/2000/09/xmldsig#base64"],
  ])("%s", async (_, from, to) => {
    expect(await refusalOf(replaceOnce(makeResponse(), from, to))).toBe("saml_algorithm_refused");
  });

  test.each([
    "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512",
    "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1",
  ])("%s is on the list", async (signatureAlgorithm) => {
    const signing = { signatureAlgorithm, digestAlgorithm: "http://www.w3.org/2001/04/xmlenc#sha512" };
    expect(await refusalOf(makeResponse({ signing }))).toContain("accepted");
  });
});

/** A SignedInfo whose signature holds over an empty string, as void canonicalization would make of a relative namespace. */
function voidCanonicalization(): string {
  const empty = createSign("sha256").update("").sign(readPair("test-idp").privateKey, "base64");
  const digest = createHash("sha256").update("").digest("base64");
  return makeResponse()
    .replace(/<ds:SignatureValue>[^<]*/, `<ds:SignatureValue>${empty}`)
    .replace(/<ds:DigestValue>[^<]*/, `<ds:DigestValue>${digest}`)
    .replace("<saml:Assertion ", '<saml:Assertion xmlns:ns="1" ');
}

describe("signatures of an odd shape are refused", () => {
  const xml = makeResponse();
  const part = (name: string) => new RegExp(`<ds:${name}[ >].*?</ds:${name}>`, "s").exec(xml)?.[0] ?? "";
  const [signedInfo, digestValue, reference, keyInfo] = ["SignedInfo", "DigestValue", "Reference", "KeyInfo"].map(part);
  const signature = part("Signature");
  test.each([
    ["two SignedInfo (CVE-2025-29774)", signedInfo, `${signedInfo}${signedInfo}`, "saml_signature_malformed"],
    ["a SignedInfo hidden in KeyInfo", "<ds:KeyInfo>", `<ds:KeyInfo>${signedInfo}`, "saml_signature_malformed"],
    ["two DigestValues (CVE-2025-29775)", digestValue, `${digestValue}${digestValue}`, "saml_signature_malformed"],
    [
      "a comment in DigestValue (CVE-2025-29775)",
      "<ds:DigestValue>",
      "<ds:DigestValue><!--x-->",
      "saml_message_malformed",
    ],
    ["an element in DigestValue", "<ds:DigestValue>", "<ds:DigestValue><ds:x/>", "saml_signature_malformed"],
    ["several references", reference, `${reference}${reference}`, "saml_signature_malformed"],
    ["no reference", reference, "", "saml_signature_malformed"],
    ["an empty reference", 'URI="#_assertion"', 'URI=""', "saml_signature_malformed"],
    ["no URI", ' URI="#_assertion"', "", "saml_signature_malformed"],
    ["a reference to the response", 'URI="#_assertion"', 'URI="#_response"', "saml_signature_malformed"],
    ["an XPointer", 'URI="#_assertion"', `URI="#xpointer(id('_assertion'))"`, "saml_signature_malformed"],
    ["an external reference", 'URI="#_assertion"', 'URI="https://evil.example/x"', "saml_signature_malformed"],
    ["an Object", keyInfo, `${keyInfo}<ds:Object/>`, "saml_signature_malformed"],
    ["two signatures on one assertion", signature, `${signature}${signature}`, "saml_signature_malformed"],
    ["no SignatureValue", /<ds:SignatureValue>[^<]*<\/ds:SignatureValue>/, "", "saml_signature_malformed"],
    ["an empty SignatureValue", /<ds:SignatureValue>[^<]*/, "<ds:SignatureValue>", "saml_signature_malformed"],
    [
      "a SignatureValue of zeros",
      /<ds:SignatureValue>[^<]*/,
      `<ds:SignatureValue>${"A".repeat(344)}`,
      "saml_signature_invalid",
    ],
    [
      "a prefix list on unknown namespaces",
      `Algorithm="${EXCLUSIVE}"/></ds:Transforms>`,
      `Algorithm="${EXCLUSIVE}"><x/></ds:Transform></ds:Transforms>`,
      "saml_algorithm_refused",
    ],
  ])("%s", async (_, from = "", to, code) => {
    expect(await refusalOf(replaceOnce(xml, from, to))).toBe(code);
  });

  test("canonicalization that yields an empty string (void canonicalization)", async () => {
    expect(await refusalOf(voidCanonicalization())).toBe("saml_signature_invalid");
  });

  test("an ID with a quote, which would end the string in an XPath", async () => {
    const signed = makeResponse({ facts: { assertionId: "_a" } }).replaceAll('_a"', "_a' or '1'='1\"");
    expect(await refusalOf(signed)).toBe("saml_signature_malformed");
  });
});
