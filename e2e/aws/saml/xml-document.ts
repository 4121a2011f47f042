import { DOMParser } from "@xmldom/xmldom";

/** A document with one root element, or null: not well-formed, with a DOCTYPE or processing instructions. */
export function parseXml(text: string): Element | null {
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) return null;
  let sound = true;
  const unsound = () => {
    sound = false;
  };
  const parser = new DOMParser({ errorHandler: { warning: unsound, error: unsound, fatalError: unsound } });
  try {
    const document = parser.parseFromString(text, "text/xml");
    return sound && document?.documentElement ? document.documentElement : null;
  } catch {
    return null;
  }
}

const isElement = (node: Node | undefined): node is Element => node?.nodeType === 1;

/** Child elements of this namespace and name, in order. */
export function listChildren(parent: Element, namespace: string, name: string): Element[] {
  return Array.from(parent.childNodes)
    .filter(isElement)
    .filter((child) => child.namespaceURI === namespace && child.localName === name);
}

/** The child when there is exactly one. */
export function findOnlyChild(parent: Element | null, namespace: string, name: string): Element | null {
  const children = parent === null ? [] : listChildren(parent, namespace, name);
  return children.length === 1 ? (children[0] ?? null) : null;
}

/** All elements at any depth. */
export function listDescendants(root: Element): Element[] {
  return [root, ...Array.from(root.childNodes).filter(isElement).flatMap(listDescendants)];
}

/** The whole text value: comments cut nothing off. */
export function readText(element: Element | null): string {
  return element?.textContent?.trim() ?? "";
}

/** An attribute's value, null when it is absent. */
export function readAttribute(element: Element | null, name: string): string | null {
  return element?.hasAttribute(name) ? element.getAttribute(name) : null;
}
