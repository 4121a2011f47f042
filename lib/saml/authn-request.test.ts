import { createVerify } from "node:crypto";
import { inflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { buildAuthnRequest, buildAwsAuthnRequest, type OutgoingMessage } from "./authn-request";
import { readPair } from "./fixtures/fixture-file";
import { NOW, SP, TEST_IDP, testProvider } from "./fixtures/test-ends";
import { scanXml } from "./scan-xml";
import { SIGNING } from "./sign-message";
import { verifySignature } from "./verify-signature";
import { attributeOf, onlyChild, textOf } from "./xml-element";
import { NS } from "./xml-namespaces";

const signing = readPair("test-sp-signing");

const input = (change: Record<string, unknown> = {}) => ({
  sp: SP,
  idp: TEST_IDP,
  provider: testProvider(change),
  requestId: "_request",
  now: NOW,
  relayState: "relay & state",
});

function xmlOf(message: OutgoingMessage): string {
  if (message.binding === "post") return Buffer.from(message.fields.SAMLRequest ?? "", "base64").toString();
  const deflated = new URL(message.url).searchParams.get("SAMLRequest") ?? "";
  return inflateRawSync(Buffer.from(deflated, "base64")).toString();
}

function rootOf(message: OutgoingMessage) {
  const scanned = scanXml(xmlOf(message));
  if (!scanned.ok) throw new Error(scanned.error.reason);
  return scanned.value;
}

describe("an AuthnRequest", () => {
  test.each(["redirect", "post"] as const)(
    "by HTTP-%s says where the answer goes and when it was asked for",
    (binding) => {
      const message = buildAuthnRequest(input({ binding }));
      expect(message.binding).toBe(binding);
      const root = rootOf(message);
      expect(Object.fromEntries(root.attributes)).toEqual({
        ID: "_request",
        Version: "2.0",
        IssueInstant: "2026-11-21T09:00:00Z",
        Destination: binding === "post" ? "https://idp.example.test/sso-post" : "https://idp.example.test/sso",
        ProtocolBinding: "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST",
        AssertionConsumerServiceURL: SP.acsUrl,
      });
      const issuer = onlyChild(root, NS.saml, "Issuer");
      expect(issuer && textOf(issuer)).toBe(SP.entityId);
    },
  );

  test("carries its RelayState in either binding", () => {
    const [redirect, post] = [buildAuthnRequest(input()), buildAuthnRequest(input({ binding: "post" }))];
    expect(redirect.binding === "redirect" && new URL(redirect.url).searchParams.get("RelayState")).toBe(
      "relay & state",
    );
    expect(post.binding === "post" && post.fields.RelayState).toBe("relay & state");
  });

  test("by HTTP-Redirect is signed over the query, with RSA-SHA256", () => {
    const message = buildAuthnRequest(input({ signing }));
    const url = message.binding === "redirect" ? message.url : "";
    const [signed = "", signature = ""] = url.slice(url.indexOf("?") + 1).split("&Signature=");
    expect(new URLSearchParams(signed).get("SigAlg")).toBe("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256");
    expect(
      createVerify("sha256").update(signed).verify(signing.certificate, decodeURIComponent(signature), "base64"),
    ).toBe(true);
  });

  test("by HTTP-POST is signed inside, behind its Issuer", () => {
    const xml = xmlOf(buildAuthnRequest(input({ signing, binding: "post" })));
    expect(xml).toContain("</saml:Issuer><ds:Signature");
    expect(verifySignature(xml, "root", [signing.certificate])?.name).toBe("AuthnRequest");
    expect(verifySignature(xml, "root", [readPair("stranger").certificate])).toBeNull();
  });

  test("is unsigned without a key, and joins an address that has a query with &", () => {
    const idp = { ...TEST_IDP, ssoUrl: { redirect: "https://idp.example.test/sso?app=1" } };
    const message = buildAuthnRequest({ ...input(), idp });
    expect(message.binding === "redirect" && message.url).toMatch(
      /\?app=1&SAMLRequest=[^&]+&RelayState=relay%20%26%20state$/,
    );
  });

  test("takes the other binding when the IdP has only that", () => {
    const idp = { ...TEST_IDP, ssoUrl: { post: "https://idp.example.test/sso-post" } };
    expect(buildAuthnRequest({ ...input(), idp }).binding).toBe("post");
  });

  test("asks for a NameID format and a fresh sign-in where wanted", () => {
    const format = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";
    const root = rootOf(buildAuthnRequest({ ...input({ nameIdFormat: format }), forceAuthn: true }));
    const policy = onlyChild(root, NS.samlp, "NameIDPolicy");
    expect(policy && attributeOf(policy, "Format")).toBe(format);
    expect(attributeOf(root, "ForceAuthn")).toBe("true");
  });

  test("to the application for AWS has that application's issuer and the portal's aws-acs", () => {
    const root = rootOf(buildAwsAuthnRequest(input({ aws: { ssoUrl: "https://idp.example.test/aws" } })));
    const issuer = onlyChild(root, NS.saml, "Issuer");
    expect(issuer && textOf(issuer)).toBe("urn:amazon:webservices");
    expect(attributeOf(root, "AssertionConsumerServiceURL")).toBe(SP.awsAcsUrl);
    expect(attributeOf(root, "Destination")).toBe("https://idp.example.test/aws");
  });

  test("escapes what stands in it", () => {
    const idp = { ...TEST_IDP, ssoUrl: { redirect: 'https://idp.example.test/?a="<&' } };
    expect(attributeOf(rootOf(buildAuthnRequest({ ...input(), idp })), "Destination")).toBe(
      'https://idp.example.test/?a="<&',
    );
  });
});

test("no signing default of the library is relied on", () => {
  expect(SIGNING).toEqual({
    signatureAlgorithm: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
    canonicalizationAlgorithm: "http://www.w3.org/2001/10/xml-exc-c14n#",
    digestAlgorithm: "http://www.w3.org/2001/04/xmlenc#sha256",
    transforms: ["http://www.w3.org/2000/09/xmldsig#enveloped-signature", "http://www.w3.org/2001/10/xml-exc-c14n#"],
  });
});
