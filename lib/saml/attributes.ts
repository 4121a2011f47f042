import type { XmlElement } from "./xml-element";
import {
  attributeOf,
  childElements,
  childrenNamed,
  descendants,
  holdsElementsOnly,
  isNamed,
  textOf,
} from "./xml-element";
import { NS } from "./xml-namespaces";

/** The text of a value, or of each leaf of nested XML (Cloudflare Access, eduPersonTargetedID); null when both are mixed. */
function readValue(value: XmlElement): readonly string[] | null {
  const text = textOf(value);
  if (text !== null) return [text];
  const nested = [...descendants(value)];
  const leaves = nested.filter((element) => childElements(element).length === 0);
  const mixed = nested.some((element) => childElements(element).length > 0 && !holdsElementsOnly(element));
  return mixed ? null : leaves.map((leaf) => leaf.children.join(""));
}

function readAttribute(attribute: XmlElement): readonly string[] | null {
  const children = childElements(attribute);
  if (!children.every((child) => isNamed(child, NS.saml, "AttributeValue"))) return null;
  const values = children.map(readValue);
  return values.every((value) => value !== null) ? values.flat() : null;
}

/**
 * All attributes of a verified assertion, each with all its values in order, whole and untrimmed. Attribute elements of
 * one Name are one attribute (Keycloak sends one element for each group). Null when there is anything else in a
 * statement: foreign or encrypted attributes, nameless ones, text among elements.
 */
export function readAttributes(assertion: XmlElement): ReadonlyMap<string, readonly string[]> | null {
  const attributes = new Map<string, readonly string[]>();
  for (const attribute of childrenNamed(assertion, NS.saml, "AttributeStatement").flatMap(childElements)) {
    const name = attributeOf(attribute, "Name");
    const values = isNamed(attribute, NS.saml, "Attribute") ? readAttribute(attribute) : null;
    if (!name || values === null) return null;
    attributes.set(name, [...(attributes.get(name) ?? []), ...values]);
  }
  return attributes;
}
