import "server-only";
import { DOMImplementation, XMLSerializer } from "@xmldom/xmldom";

/** An element to be: name with prefix, attributes, and what is in it. Text is escaped by the serializer, never here. */
export type XmlTree = {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children?: readonly (XmlTree | string)[];
};

const NAMESPACES: Readonly<Record<string, string>> = {
  samlp: "urn:oasis:names:tc:SAML:2.0:protocol",
  saml: "urn:oasis:names:tc:SAML:2.0:assertion",
  md: "urn:oasis:names:tc:SAML:2.0:metadata",
  ds: "http://www.w3.org/2000/09/xmldsig#",
};

const namespaceOf = (name: string) => NAMESPACES[name.split(":")[0] ?? ""] ?? null;

// XML 1.0 has no way to write these at all (section 2.2), escaped or not.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** The document as text. Throws on characters that XML cannot hold: whoever validated the value should have said so. */
export function formatXml(tree: XmlTree): string {
  const document = new DOMImplementation().createDocument(namespaceOf(tree.name), tree.name, null);
  const fill = (element: Element, { attributes = {}, children = [] }: XmlTree) => {
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, requireXml(value));
    for (const child of children) {
      if (typeof child === "string") element.appendChild(document.createTextNode(requireXml(child)));
      else fill(element.appendChild(document.createElementNS(namespaceOf(child.name), child.name)), child);
    }
  };
  fill(document.documentElement, tree);
  return new XMLSerializer().serializeToString(document);
}

function requireXml(text: string): string {
  if (NOT_XML.test(text)) throw new Error("a character that XML cannot hold");
  return text;
}
