import { SignedXml } from "xml-crypto";
import { SIGNATURE } from "./namespaces";
import { findOnlyChild, listChildren, listDescendants, parseXml, readAttribute } from "./xml-document";

const C14N = "http://www.w3.org/2001/10/xml-exc-c14n#";
const ENVELOPED = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
const SIGNATURE_METHODS = [
  "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
  "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512",
];
const DIGEST_METHODS = ["http://www.w3.org/2001/04/xmlenc#sha256", "http://www.w3.org/2001/04/xmlenc#sha512"];

export const isSigned = (element: Element): boolean => listChildren(element, SIGNATURE, "Signature").length > 0;

/**
 * Verifies the signature that is a child of `element` and covers it by its ID, with one of the given certificates, and
 * answers the element as it was signed: nothing else of the document may be read afterwards. Null for everything else.
 * The certificate in the message is not looked at. XML Signature 1.1; SAML Core 5.4.
 */
export function verifySignedElement(xml: string, element: Element, certificates: readonly string[]): Element | null {
  const signature = findOnlyChild(element, SIGNATURE, "Signature");
  if (signature === null || !hasExpectedShape(signature, element)) return null;
  for (const certificate of certificates) {
    const signed = verifyWith(xml, signature, certificate);
    if (signed !== null) return parseXml(signed);
  }
  return null;
}

function verifyWith(xml: string, signature: Element, certificate: string): string | null {
  const verifier = new SignedXml({ publicCert: certificate, getCertFromKeyInfo: () => null });
  try {
    verifier.loadSignature(signature);
    if (!verifier.checkSignature(xml)) return null;
  } catch {
    return null;
  }
  const [signed, ...others] = verifier.getSignedReferences();
  return signed !== undefined && others.length === 0 ? signed : null;
}

/** One reference, to the element's own and unique ID, with the two transforms of SAML and no algorithm but the listed. */
function hasExpectedShape(signature: Element, element: Element): boolean {
  const info = findOnlyChild(signature, SIGNATURE, "SignedInfo");
  const reference = findOnlyChild(info, SIGNATURE, "Reference");
  const transforms = findOnlyChild(reference, SIGNATURE, "Transforms");
  const id = readAttribute(element, "ID");
  if (info === null || transforms === null || !id || readAttribute(reference, "URI") !== `#${id}`) return false;
  if (findOnlyChild(reference, SIGNATURE, "DigestValue") === null || !isUniqueId(element, id)) return false;
  const applied = listChildren(transforms, SIGNATURE, "Transform").map(readAlgorithm);
  return (
    applied.length <= 2 &&
    applied.includes(ENVELOPED) &&
    applied.every((name) => name === ENVELOPED || name === C14N) &&
    readAlgorithm(findOnlyChild(info, SIGNATURE, "CanonicalizationMethod")) === C14N &&
    SIGNATURE_METHODS.includes(readAlgorithm(findOnlyChild(info, SIGNATURE, "SignatureMethod"))) &&
    DIGEST_METHODS.includes(readAlgorithm(findOnlyChild(reference, SIGNATURE, "DigestMethod")))
  );
}

const readAlgorithm = (element: Element | null): string => readAttribute(element, "Algorithm") ?? "";

function isUniqueId(element: Element, id: string): boolean {
  const root = element.ownerDocument.documentElement;
  const holders = listDescendants(root).filter((each) =>
    ["ID", "Id", "id"].some((name) => readAttribute(each, name) === id),
  );
  return holders.length === 1;
}
