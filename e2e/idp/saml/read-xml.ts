import { DOMParser } from "@xmldom/xmldom";
import { SaxesParser } from "saxes";

/** Parses after a strict well-formedness check: xmldom alone repairs what it should refuse. Throws otherwise. */
export function parseXml(xml: string): Document {
  checkWellFormed(xml);
  return new DOMParser().parseFromString(xml, "text/xml");
}

/** Throws on anything that is not well-formed XML 1.0 with namespaces, and on a DOCTYPE. */
export function checkWellFormed(xml: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("doctype", () => {
    throw new Error("a DOCTYPE has no place here");
  });
  parser.write(xml).close();
}

export function listElements(parent: Document | Element, namespace: string, name: string): readonly Element[] {
  return Array.from(parent.getElementsByTagNameNS(namespace, name));
}

/** The text of the first such element, trimmed; null when there is none. */
export function findText(parent: Document | Element, namespace: string, name: string): string | null {
  return listElements(parent, namespace, name)[0]?.textContent?.trim() ?? null;
}

/** An attribute without a namespace; null when it is absent or empty. */
export function findAttribute(element: Element | null | undefined, name: string): string | null {
  const value = element?.getAttribute(name) ?? "";
  return value === "" ? null : value;
}
