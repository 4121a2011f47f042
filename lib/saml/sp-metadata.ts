import "server-only";
import { X509Certificate } from "node:crypto";
import type { SamlProviderConfig } from "#lib/config/identity-provider-schema";
import type { ServiceProvider } from "./service-provider";
import { escapeXml, writeElement } from "./write-xml";
import { NS } from "./xml-namespaces";

const BINDING = "urn:oasis:names:tc:SAML:2.0:bindings:";
const XENC11 = "http://www.w3.org/2009/xmlenc11#";
const SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";

function writeKey(use: "signing" | "encryption", certificate: string, methods: readonly string[]): string {
  const base64 = new X509Certificate(certificate).raw.toString("base64");
  const x509 = writeElement("ds:X509Data", {}, [writeElement("ds:X509Certificate", {}, [base64])]);
  return writeElement("md:KeyDescriptor", { use }, [writeElement("ds:KeyInfo", {}, [x509]), ...methods]);
}

/** What the portal decrypts, so that an IdP that reads metadata chooses it (SAML metadata 2.4.1.1). */
const ENCRYPTION_METHODS = [
  writeElement("md:EncryptionMethod", { Algorithm: `${XENC11}aes256-gcm` }),
  writeElement("md:EncryptionMethod", { Algorithm: `${XENC11}aes128-gcm` }),
  writeElement("md:EncryptionMethod", { Algorithm: `${XENC11}rsa-oaep` }, [
    writeElement("ds:DigestMethod", { Algorithm: SHA256 }),
    writeElement("xenc11:MGF", { "xmlns:xenc11": XENC11, Algorithm: `${XENC11}mgf1sha256` }),
  ]),
];

function writeKeys({ signing, decryption }: SamlProviderConfig): readonly string[] {
  return [
    ...(signing === undefined ? [] : [writeKey("signing", signing.certificate, [])]),
    ...(decryption === undefined ? [] : [writeKey("encryption", decryption.certificate, ENCRYPTION_METHODS)]),
  ];
}

function writeEndpoints(sp: ServiceProvider, nameIdFormat: string | undefined): readonly string[] {
  const slo = (binding: string) =>
    writeElement("md:SingleLogoutService", { Binding: `${BINDING}${binding}`, Location: sp.sloUrl });
  const acs = { Binding: `${BINDING}HTTP-POST`, Location: sp.acsUrl, index: "0", isDefault: "true" };
  return [
    slo("HTTP-Redirect"),
    slo("HTTP-POST"),
    ...(nameIdFormat === undefined ? [] : [writeElement("md:NameIDFormat", {}, [escapeXml(nameIdFormat)])]),
    writeElement("md:AssertionConsumerService", acs),
  ];
}

/** The portal's metadata for one IdP (SAML metadata 2.4.4): endpoints of the configured address, and public keys only. */
export function buildSpMetadata(input: {
  readonly sp: ServiceProvider;
  readonly provider: SamlProviderConfig;
}): string {
  const { sp, provider } = input;
  const role = {
    protocolSupportEnumeration: NS.samlp,
    AuthnRequestsSigned: String(provider.signing !== undefined),
    WantAssertionsSigned: "true",
  };
  const entity = { "xmlns:md": NS.md, "xmlns:ds": NS.ds, entityID: sp.entityId };
  const content = [...writeKeys(provider), ...writeEndpoints(sp, provider.nameIdFormat)];
  const xml = writeElement("md:EntityDescriptor", entity, [writeElement("md:SPSSODescriptor", role, content)]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`;
}
