import "server-only";
import { createSign } from "node:crypto";
import { SignedXml } from "xml-crypto";

/** Said aloud, since the library has no safe default. What the portal accepts from others, it also sends. */
export const SIGNING = {
  signatureAlgorithm: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
  canonicalizationAlgorithm: "http://www.w3.org/2001/10/xml-exc-c14n#",
  digestAlgorithm: "http://www.w3.org/2001/04/xmlenc#sha256",
  transforms: ["http://www.w3.org/2000/09/xmldsig#enveloped-signature", "http://www.w3.org/2001/10/xml-exc-c14n#"],
} as const;

export type SigningPair = { readonly privateKey: string; readonly certificate: string };

/** The message with a signature over its root, behind Issuer where the schema wants it (SAML core 3.2.1). */
export function signXml(xml: string, pair: SigningPair): string {
  const { signatureAlgorithm, canonicalizationAlgorithm, digestAlgorithm, transforms } = SIGNING;
  const signer = new SignedXml({
    privateKey: pair.privateKey,
    publicCert: pair.certificate,
    signatureAlgorithm,
    canonicalizationAlgorithm,
    idAttribute: "ID",
  });
  signer.addReference({ xpath: "/*", digestAlgorithm, transforms: [...transforms] });
  signer.computeSignature(xml, {
    prefix: "ds",
    location: { reference: "/*/*[local-name()='Issuer']", action: "after" },
  });
  return signer.getSignedXml();
}

/** The query of the HTTP-Redirect binding, signed over exactly these characters (SAML bindings 3.4.4.1). */
export function signQuery(query: string, privateKey: string): string {
  const signed = `${query}&SigAlg=${encodeURIComponent(SIGNING.signatureAlgorithm)}`;
  const signature = createSign("sha256").update(signed).sign(privateKey, "base64");
  return `${signed}&Signature=${encodeURIComponent(signature)}`;
}
