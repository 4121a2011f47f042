import { expect, test } from "vitest";
import { bareCertificate, readPair } from "./fixtures/fixture-file";
import { SP, testProvider } from "./fixtures/test-ends";
import { scanXml } from "./scan-xml";
import { buildSpMetadata } from "./sp-metadata";
import { attributeOf, descendants } from "./xml-element";

function elementsOf(change: Record<string, unknown>) {
  const scanned = scanXml(buildSpMetadata({ sp: SP, provider: testProvider(change) }));
  if (!scanned.ok) throw new Error(scanned.error.reason);
  return [...descendants(scanned.value)];
}

test("names the configured addresses, both logout bindings and signed assertions", () => {
  const elements = elementsOf({});
  const of = (name: string) => elements.filter((element) => element.name === name);
  expect(of("EntityDescriptor").map((element) => attributeOf(element, "entityID"))).toEqual([SP.entityId]);
  expect(of("AssertionConsumerService").map((element) => attributeOf(element, "Location"))).toEqual([SP.acsUrl]);
  expect(of("SingleLogoutService").map((element) => attributeOf(element, "Binding"))).toEqual([
    "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect",
    "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST",
  ]);
  expect(of("SPSSODescriptor").map((element) => attributeOf(element, "WantAssertionsSigned"))).toEqual(["true"]);
  expect(of("SPSSODescriptor").map((element) => attributeOf(element, "AuthnRequestsSigned"))).toEqual(["false"]);
  expect(of("KeyDescriptor")).toEqual([]);
});

test("publishes the certificates that are configured, and no private key", () => {
  const [signing, decryption] = [readPair("test-sp-signing"), readPair("test-sp-encryption")];
  const elements = elementsOf({ signing, decryption });
  const of = (name: string) => elements.filter((element) => element.name === name);
  expect(of("KeyDescriptor").map((element) => attributeOf(element, "use"))).toEqual(["signing", "encryption"]);
  expect(of("X509Certificate").map((element) => element.children.join(""))).toEqual([
    bareCertificate(signing.certificate),
    bareCertificate(decryption.certificate),
  ]);
  expect(buildSpMetadata({ sp: SP, provider: testProvider({ signing, decryption }) })).not.toContain("PRIVATE");
});
