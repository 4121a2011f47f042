/** An element as the strict scan read it: names resolved to namespaces, attributes without one by their name. */
export type XmlElement = {
  readonly namespace: string;
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Values of every attribute that some library takes for an ID, whatever its case or prefix. */
  readonly ids: readonly string[];
  readonly children: readonly (XmlElement | string)[];
};

export const isNamed = (element: XmlElement, namespace: string, name: string): boolean =>
  element.namespace === namespace && element.name === name;

export function childElements(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child) => typeof child !== "string");
}

export function childrenNamed(element: XmlElement, namespace: string, name: string): readonly XmlElement[] {
  return childElements(element).filter((child) => isNamed(child, namespace, name));
}

/** The one child of that name; null when there is none, and null when there are several. */
export function onlyChild(element: XmlElement, namespace: string, name: string): XmlElement | null {
  const [found, ...more] = childrenNamed(element, namespace, name);
  return found !== undefined && more.length === 0 ? found : null;
}

/** The whole text, never trimmed; null when there are elements inside. */
export function textOf(element: XmlElement): string | null {
  return childElements(element).length > 0 ? null : element.children.join("");
}

export const attributeOf = (element: XmlElement, name: string): string | null => element.attributes.get(name) ?? null;

/** True when only white space stands between the child elements. */
export function holdsElementsOnly(element: XmlElement): boolean {
  return element.children.every((child) => typeof child !== "string" || /^[ \t\r\n]*$/.test(child));
}

/** The element itself and everything below it, in document order. */
export function* descendants(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of childElements(element)) yield* descendants(child);
}
