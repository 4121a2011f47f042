import "server-only";
import type { SigningKey } from "./signing-key";
import { formatXml, type XmlTree } from "./xml-tree";

const toBase64 = (pem: string) => pem.replace(/-----(BEGIN|END) CERTIFICATE-----|\s/g, "");

const keyDescriptor = (certificatePem: string): XmlTree => ({
  name: "md:KeyDescriptor",
  attributes: { use: "signing" },
  children: [
    {
      name: "ds:KeyInfo",
      children: [
        { name: "ds:X509Data", children: [{ name: "ds:X509Certificate", children: [toBase64(certificatePem)] }] },
      ],
    },
  ],
});

/**
 * The portal as SAML identity provider for IAM (SAML metadata 2.4.3), with every published key, the active one first.
 * There is no sign-on service behind it: metadata has to name one, and the portal's own page is where people begin.
 */
export function buildIdpMetadata(idp: {
  readonly entityId: string;
  readonly ssoUrl: string;
  readonly keys: readonly Pick<SigningKey, "certificatePem">[];
}): string {
  const binding = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";
  const role: XmlTree = {
    name: "md:IDPSSODescriptor",
    attributes: {
      protocolSupportEnumeration: "urn:oasis:names:tc:SAML:2.0:protocol",
      WantAuthnRequestsSigned: "false",
    },
    children: [
      ...idp.keys.map(({ certificatePem }) => keyDescriptor(certificatePem)),
      { name: "md:NameIDFormat", children: ["urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"] },
      { name: "md:SingleSignOnService", attributes: { Binding: binding, Location: idp.ssoUrl } },
    ],
  };
  return formatXml({ name: "md:EntityDescriptor", attributes: { entityID: idp.entityId }, children: [role] });
}
