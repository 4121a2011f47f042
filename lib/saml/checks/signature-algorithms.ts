import type { SamlRefusal } from "../saml-refusal";
import { attributeOf, childElements, descendants, holdsElementsOnly, isNamed, type XmlElement } from "../xml-element";
import { NS } from "../xml-namespaces";

const EXCLUSIVE_C14N = "http://www.w3.org/2001/10/xml-exc-c14n#";

/** RSA with SHA-256 or better (RFC 9231). No SHA-1, MD5, HMAC (which would make the public key a shared secret) or DSA. */
export const SIGNATURE_METHODS: ReadonlySet<string> = new Set([
  "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
  "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512",
  "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1",
]);

const ALLOWED: Readonly<Record<string, ReadonlySet<string>>> = {
  SignatureMethod: SIGNATURE_METHODS,
  DigestMethod: new Set(["http://www.w3.org/2001/04/xmlenc#sha256", "http://www.w3.org/2001/04/xmlenc#sha512"]),
  CanonicalizationMethod: new Set([EXCLUSIVE_C14N]),
};

/** Exactly these, in this order (SAML core 5.4.4). Fewer leave the signature in or fall back to inclusive c14n. */
const TRANSFORMS = ["http://www.w3.org/2000/09/xmldsig#enveloped-signature", EXCLUSIVE_C14N];

const refused = (detail: string): SamlRefusal => ({ code: "saml_algorithm_refused", detail });

const algorithmOf = (element: XmlElement) => attributeOf(element, "Algorithm") ?? "";

/** A method or transform holds nothing, or the prefix list of exclusive c14n; never XPath or XSLT. */
const isPlain = (element: XmlElement) =>
  holdsElementsOnly(element) &&
  childElements(element).every((child) => isNamed(child, EXCLUSIVE_C14N, "InclusiveNamespaces"));

/** Allow-list on what was parsed, since the library takes SHA-1 and further transforms. */
export function checkSignatureAlgorithms(signature: XmlElement): SamlRefusal | null {
  const parts = [...descendants(signature)].filter((element) => element.namespace === NS.ds);
  for (const [name, algorithms] of Object.entries(ALLOWED)) {
    const wrong = parts.find((part) => part.name === name && !(algorithms.has(algorithmOf(part)) && isPlain(part)));
    if (wrong !== undefined) return refused(name);
  }
  const transforms = parts.filter((part) => part.name === "Transform");
  const asExpected =
    transforms.length === TRANSFORMS.length && transforms.every((t, i) => algorithmOf(t) === TRANSFORMS[i]);
  return asExpected && transforms.every(isPlain) ? null : refused("Transforms");
}
