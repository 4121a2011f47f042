import type { SamlRefusal } from "../saml-refusal";
import { attributeOf, descendants, isNamed, onlyChild, textOf, type XmlElement } from "../xml-element";
import { NS } from "../xml-namespaces";

/** Each of these exactly once in a signature, KeyInfo included: libraries search by name, and the first or last may win. */
const EXACTLY_ONCE = [
  "Signature",
  "SignedInfo",
  "SignatureValue",
  "CanonicalizationMethod",
  "SignatureMethod",
  "Reference",
  "Transforms",
  "DigestMethod",
  "DigestValue",
] as const;

const refused = (detail: string): SamlRefusal => ({ code: "saml_signature_malformed", detail });

const isBase64 = (element: XmlElement | null) =>
  element !== null && /^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(textOf(element) ?? "");

function countsHold(signature: XmlElement): boolean {
  const names = [...descendants(signature)].map((element) => element.name);
  const count = (name: string) => names.filter((other) => other === name).length;
  return EXACTLY_ONCE.every((name) => count(name) === 1) && count("Object") === 0 && count("KeyInfo") <= 1;
}

/**
 * The one form of signature that SAML needs (core 5.4): one SignedInfo, one Reference, to the signed element by its ID, one
 * DigestValue of text alone (CVE-2025-29774, -29775), no Object. Says nothing about who signed.
 */
export function checkSignatureShape(signed: XmlElement, signature: XmlElement): SamlRefusal | null {
  if (!countsHold(signature)) return refused("not exactly one of each part");
  const signedInfo = onlyChild(signature, NS.ds, "SignedInfo");
  const reference = signedInfo && onlyChild(signedInfo, NS.ds, "Reference");
  if (!reference) return refused("no Reference in SignedInfo");
  if (!isBase64(onlyChild(signature, NS.ds, "SignatureValue"))) return refused("SignatureValue is not base64");
  if (!isBase64(onlyChild(reference, NS.ds, "DigestValue"))) return refused("DigestValue is not base64");
  const id = attributeOf(signed, "ID");
  // A quote would end the string in the XPath by which libraries look an ID up.
  if (id === null || !/^[\w.:-]+$/.test(id)) return refused("the signed element has no usable ID");
  if (attributeOf(reference, "URI") !== `#${id}`) return refused("the Reference is to something else");
  return isNamed(signature, NS.ds, "Signature") ? null : refused("not a Signature");
}
