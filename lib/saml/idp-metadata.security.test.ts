import { describe, expect, test } from "vitest";
import { bareCertificate, readFixture } from "./fixtures/fixture-file";
import { NOW } from "./fixtures/test-ends";
import { parseIdpMetadata } from "./idp-metadata";

const certificate = (name: string) => bareCertificate(readFixture(`${name}.crt.pem`));
const key = (name: string, use = ' use="signing"') =>
  `<md:KeyDescriptor${use}><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${certificate(name)}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`;
const sso =
  '<md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://idp.example.test/sso"/>';
const NAMESPACES = 'xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"';

const entity = (content: string, attributes = "", entityId = "https://idp.example.test") =>
  `<md:EntityDescriptor ${NAMESPACES} entityID="${entityId}" ${attributes}><md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">${content}</md:IDPSSODescriptor></md:EntityDescriptor>`;

const parse = (xml: string, entityId?: string) => parseIdpMetadata(xml, { now: NOW, entityId });
const reason = (xml: string, entityId?: string) => {
  const parsed = parse(xml, entityId);
  return parsed.ok ? "accepted" : parsed.error.reason;
};

describe("metadata", () => {
  test("of SimpleSAMLphp gives addresses, keys and entityID", () => {
    const parsed = parse(readFixture("simplesamlphp-idp-metadata.xml"));
    const base = "http://idp.example.test:18082/simplesaml/saml2/idp";
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        entityId: `${base}/metadata.php`,
        ssoUrl: { redirect: `${base}/SSOService.php`, post: `${base}/SSOService.php` },
        sloUrl: { redirect: `${base}/SingleLogoutService.php` },
        wantAuthnRequestsSigned: false,
        validUntil: null,
      },
    });
    expect(parsed.ok && parsed.value.signingCertificates).toHaveLength(1);
  });

  test("with several signing keys keeps them all, those without a use included, those for encryption not", () => {
    const parsed = parse(
      entity(key("test-idp") + key("test-idp-next", "") + key("stranger", ' use="encryption"') + sso),
    );
    expect(parsed.ok && parsed.value.signingCertificates.map(bareCertificate)).toEqual([
      certificate("test-idp"),
      certificate("test-idp-next"),
    ]);
  });

  test("with comments and a byte order mark is read", () => {
    expect(reason(`\uFEFF<?xml version="1.0" encoding="UTF-8"?><!-- x -->${entity(key("test-idp") + sso)}`)).toBe(
      "accepted",
    );
  });

  test("of several entities needs a pinned entityID", () => {
    const two = `<md:EntitiesDescriptor ${NAMESPACES}>${entity(key("test-idp") + sso)}${entity(key("stranger") + sso, "", "https://other.example.test")}</md:EntitiesDescriptor>`;
    expect(reason(two)).toContain("several identity providers");
    const parsed = parse(two, "https://other.example.test");
    expect(parsed.ok && parsed.value.signingCertificates.map(bareCertificate)).toEqual([certificate("stranger")]);
  });
});

describe("metadata is refused", () => {
  test("weak RSA keys and keys that are not RSA do not count", () => {
    expect(reason(entity(key("weak-1024-bit") + sso))).toContain("2048");
    expect(reason(entity(key("elliptic") + sso))).toContain("type ec");
    expect(reason(entity(sso))).toContain("no usable signing certificate");
    const parsed = parse(entity(key("weak-1024-bit") + key("test-idp") + sso));
    expect(parsed.ok && parsed.value.signingCertificates).toHaveLength(1);
  });

  test("another entityID than the pinned one", () => {
    expect(reason(entity(key("test-idp") + sso), "https://pinned.example.test")).toContain("entityID");
  });

  test("shrunken or unreadable validity", () => {
    const until = (text: string) => reason(entity(key("test-idp") + sso, `validUntil="${text}"`));
    expect(until("2026-11-21T08:59:59Z")).toBe("validUntil is past");
    expect(until("soon")).toBe("validUntil cannot be read");
    expect(until("2026-11-22T00:00:00Z")).toBe("accepted");
  });

  test("addresses that are no http addresses do not count", () => {
    expect(
      reason(entity(key("test-idp") + sso.replace("https://idp.example.test/sso", "javascript:alert(1)"))),
    ).toContain("sign-on address");
  });

  test.each([
    ["a DOCTYPE", `<!DOCTYPE a>${entity(key("test-idp") + sso)}`],
    ["a service provider's", entity(key("test-idp") + sso).replaceAll("IDPSSO", "SPSSO")],
    ["not XML", "<html><body>sign in"],
    ["huge", "x".repeat(2 * 1024 * 1024 + 1)],
    ["60 KB of <", "<".repeat(60_000)],
  ])("%s", (_, xml) => {
    const startedAt = performance.now();
    expect(parse(xml).ok).toBe(false);
    expect(performance.now() - startedAt).toBeLessThan(500);
  });
});
