import type { SamlRefusal } from "../saml-refusal";
import { childElements, descendants, isNamed, type XmlElement } from "../xml-element";
import { NS } from "../xml-namespaces";

const isSignature = (element: XmlElement) => isNamed(element, NS.ds, "Signature");

/** The signature of an element itself: its child, right behind Issuer where the schema puts it. */
export const signatureOf = (element: XmlElement): XmlElement | null => childElements(element).find(isSignature) ?? null;

/**
 * Signatures stand as children of the given elements only, one each (SAML core 5.4.1). Anywhere else one can only
 * serve wrapping: XSW attacks carry the signed original along in Extensions, Object or another Assertion.
 */
export function checkSignaturePlaces(root: XmlElement, signable: readonly XmlElement[]): SamlRefusal | null {
  const all = [...descendants(root)].filter((element) => element.name === "Signature");
  const inPlace = signable.map(signatureOf).filter((signature) => signature !== null);
  const stray = all.some((signature) => !inPlace.includes(signature));
  return stray ? { code: "saml_signature_malformed", detail: "a signature out of place" } : null;
}
