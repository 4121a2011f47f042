import type { SamlRefusal } from "../saml-refusal";
import { childElements, childrenNamed, descendants, holdsElementsOnly, isNamed, type XmlElement } from "../xml-element";
import { NS } from "../xml-namespaces";

const ALLOWED = [
  [NS.saml, "Issuer"],
  [NS.ds, "Signature"],
  [NS.samlp, "Extensions"],
  [NS.samlp, "Status"],
  [NS.saml, "Assertion"],
  [NS.saml, "EncryptedAssertion"],
] as const;

const ASSERTION_NAMES = new Set(["Assertion", "EncryptedAssertion"]);

const refused = (detail: string): SamlRefusal => ({ code: "saml_response_malformed", detail });

const isAllowed = (element: XmlElement) => ALLOWED.some(([namespace, name]) => isNamed(element, namespace, name));

/**
 * A Response (SAML core 3.3.3) with exactly one Status. Signature wrapping needs a second assertion somewhere (Extensions,
 * Object, Advice, another Assertion, a foreign namespace): anything called so counts, wherever it is.
 */
export function checkResponseShape(root: XmlElement): SamlRefusal | null {
  if (!isNamed(root, NS.samlp, "Response")) return refused("not a Response");
  if (!holdsElementsOnly(root) || !childElements(root).every(isAllowed)) return refused("unexpected content");
  if (childrenNamed(root, NS.saml, "Issuer").length > 1) return refused("several Issuers");
  if (childrenNamed(root, NS.samlp, "Status").length !== 1) return refused("not exactly one Status");
  return null;
}

/** Everything called an assertion, in any namespace and at any depth, the element itself included. */
export function findAssertions(root: XmlElement): readonly XmlElement[] {
  return [...descendants(root)].filter((element) => ASSERTION_NAMES.has(element.name));
}

/** The one Assertion or EncryptedAssertion, as a child of the Response; null for any other number or place. */
export function findOnlyAssertion(root: XmlElement): XmlElement | null {
  const [assertion, ...more] = findAssertions(root);
  if (assertion === undefined || more.length > 0 || assertion.namespace !== NS.saml) return null;
  return root.children.includes(assertion) ? assertion : null;
}
