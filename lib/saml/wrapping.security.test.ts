import { describe, expect, test } from "vitest";
import { encryptAssertion } from "./fixtures/encrypt-assertion";
import { readPair } from "./fixtures/fixture-file";
import { makeResponse, replaceOnce, writeAssertion, writeResponse } from "./fixtures/honest-response";
import { refusalOf } from "./fixtures/verify-fixture";

const MALLORY = { nameId: "mallory@example.test" };

const find = (xml: string, element: string) => new RegExp(`<${element}[ >].*</${element}>`, "s").exec(xml)?.[0] ?? "";
const insertInto = (xml: string, element: string, content: string) => {
  const at = xml.lastIndexOf(`</${element}>`);
  return xml.slice(0, at) + content + xml.slice(at);
};
const afterIssuer = (xml: string, content: string) => replaceOnce(xml, "</saml:Issuer>", `</saml:Issuer>${content}`);

const signedResponse = makeResponse({ signed: "response" });
const responseSignature = find(signedResponse, "ds:Signature");
const bareResponse = signedResponse.replace(responseSignature, "");

const signedAssertion = find(makeResponse(), "saml:Assertion");
const assertionSignature = find(signedAssertion, "ds:Signature");
const bareAssertion = signedAssertion.replace(assertionSignature, "");

/** The eight wrapping attacks of Somorovsky et al. (USENIX Security 2012), with a new ID and with the signed one's. */
function wrap(evilId: string, evilResponseId: string): Readonly<Record<string, string>> {
  const evilAssertion = writeAssertion({ ...MALLORY, assertionId: evilId });
  const evilResponse = writeResponse(evilAssertion, { responseId: evilResponseId });
  const withSignature = afterIssuer(evilAssertion, assertionSignature);
  return {
    "XSW1: the signed response inside the signature of another": afterIssuer(
      evilResponse,
      insertInto(responseSignature, "ds:Signature", bareResponse),
    ),
    "XSW2: the signed response before its signature, in another": afterIssuer(
      evilResponse,
      bareResponse + responseSignature,
    ),
    "XSW3: another assertion before the signed one": writeResponse(evilAssertion + signedAssertion),
    "XSW4: the signed assertion inside another": writeResponse(
      insertInto(evilAssertion, "saml:Assertion", signedAssertion),
    ),
    "XSW5: the signature moved to another, the signed one behind": writeResponse(withSignature + bareAssertion),
    "XSW6: the signed assertion inside the signature of another": writeResponse(
      afterIssuer(evilAssertion, insertInto(assertionSignature, "ds:Signature", bareAssertion)),
    ),
    "XSW7: another assertion in Extensions": writeResponse(
      `<samlp:Extensions>${evilAssertion}</samlp:Extensions>${signedAssertion}`,
    ),
    "XSW8: the signed assertion in an Object of the signature of another": writeResponse(
      afterIssuer(
        evilAssertion,
        insertInto(assertionSignature, "ds:Signature", `<ds:Object>${bareAssertion}</ds:Object>`),
      ),
    ),
  };
}

describe.each([
  ["a new ID", wrap("_evil", "_evil_response")],
  ["the ID that was signed", wrap("_assertion", "_response")],
])("signature wrapping with %s is refused", (_, attacks) => {
  test.each(Object.entries(attacks))("%s", async (_name, xml) => {
    expect(await refusalOf(xml)).toMatch(/^saml_/);
  });
});

const evil = writeAssertion({ ...MALLORY, assertionId: "_evil" });
const inNamespace = (namespace: string) => evil.replaceAll("urn:oasis:names:tc:SAML:2.0:assertion", namespace);
const advice = (assertion: string, content: string) =>
  assertion.replace("<saml:AuthnStatement", `<saml:Advice>${content}</saml:Advice><saml:AuthnStatement`);

describe("an assertion where none belongs is refused", () => {
  test.each([
    [
      "two assertions, both unsigned, in a signed response",
      makeResponse({ signed: "response", wrapAssertion: (a) => a + evil }),
    ],
    ["a second one of a foreign namespace", writeResponse(signedAssertion + inNamespace("urn:evil"))],
    [
      "a second one without a namespace",
      writeResponse(signedAssertion + inNamespace("").replaceAll("saml:", "").replaceAll("xmlns:saml=", "data=")),
    ],
    ["one of SAML 1.1's namespace alone", writeResponse(inNamespace("urn:oasis:names:tc:SAML:1.0:assertion"))],
    ["one in the Advice of the signed one, by the IdP itself", makeResponse({ editAssertion: (a) => advice(a, evil) })],
    [
      "one in StatusDetail",
      makeResponse().replace("</samlp:Status>", `<samlp:StatusDetail>${evil}</samlp:StatusDetail></samlp:Status>`),
    ],
    ["one in an AttributeValue", makeResponse().replace(">staff<", `>${evil}<`)],
    ["an encrypted one beside the signed one", writeResponse(signedAssertion + encryptAssertion(evil))],
    ["the signed one below another root", `<x>${makeResponse()}</x>`],
    ["an assertion as the root", signedAssertion],
    ["a response in a response", writeResponse(makeResponse())],
  ])("%s", async (_, xml) => {
    expect(await refusalOf(xml)).toMatch(/^saml_/);
  });
});

describe("duplicate IDs are refused", () => {
  test.each([
    ["ID on two elements", 'ID="_response"', 'ID="_assertion"'],
    ["Id elsewhere", "<samlp:Status>", '<samlp:Status Id="_assertion">'],
    ["id elsewhere", "<samlp:Status>", '<samlp:Status id="_assertion">'],
    ["xml:id elsewhere", "<samlp:Status>", '<samlp:Status xml:id="_assertion">'],
    ["an ID of a foreign namespace", "<samlp:Status>", '<samlp:Status xmlns:x="urn:x" x:ID="_assertion">'],
  ])("%s", async (_, from, to) => {
    expect(await refusalOf(replaceOnce(makeResponse(), from, to))).toBe("saml_ids_not_unique");
  });
});

describe("wrapping around encryption is refused", () => {
  const decryption = readPair("test-sp-encryption");
  const choice = { provider: { decryption } };
  test("an unsigned assertion that anybody encrypted", async () => {
    const xml = makeResponse({ signed: "none", wrapAssertion: (a) => encryptAssertion(a) });
    expect(await refusalOf(xml, choice)).toBe("saml_signature_missing");
  });

  test("two assertions in one envelope", async () => {
    const xml = writeResponse(encryptAssertion(`<x>${signedAssertion}${evil}</x>`));
    expect(await refusalOf(xml, choice)).toBe("saml_assertion_malformed");
  });

  test("the signed assertion inside another, encrypted", async () => {
    const nested = insertInto(evil, "saml:Assertion", signedAssertion);
    expect(await refusalOf(writeResponse(encryptAssertion(nested)), choice)).toBe("saml_assertion_malformed");
  });

  test("an ID of the response used again inside", async () => {
    const inner = find(makeResponse({ facts: { assertionId: "_response" } }), "saml:Assertion");
    expect(await refusalOf(writeResponse(encryptAssertion(inner)), choice)).toBe("saml_ids_not_unique");
  });
});
