import "server-only";
import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from "saxes";
import { err, ok, type Result } from "#lib/result";
import type { XmlElement } from "./xml-element";

export type XmlLimits = {
  readonly maxCharacters: number;
  readonly maxElements: number;
  readonly maxDepth: number;
  readonly maxAttributes: number;
  /** Metadata written by people has comments. In a message they only serve to cut values (CVE-2017-11427). */
  readonly allowComments: boolean;
};

export const MESSAGE_LIMITS: XmlLimits = {
  maxCharacters: 256 * 1024,
  maxElements: 3000,
  maxDepth: 32,
  maxAttributes: 64,
  allowComments: false,
};

type OpenElement = XmlElement & { readonly children: (XmlElement | string)[] };

type Scan = { root: XmlElement | null; elements: number; refusal: string | null; readonly open: OpenElement[] };

/** Ends a scan from inside the parser's events; the exception never leaves this file. */
function refuse(scan: Scan, reason: string): never {
  scan.refusal = reason;
  throw new Error(reason);
}

const isId = (attribute: SaxesAttributeNS) => attribute.local.toLowerCase() === "id";

function toElement(tag: SaxesTagNS): OpenElement {
  const attributes = Object.values(tag.attributes);
  const plain = attributes.filter((attribute) => attribute.uri === "");
  return {
    namespace: tag.uri,
    name: tag.local,
    attributes: new Map(plain.map((attribute) => [attribute.local, attribute.value])),
    ids: attributes.filter(isId).map((attribute) => attribute.value),
    children: [],
  };
}

function openElement(scan: Scan, limits: XmlLimits, tag: SaxesTagNS): void {
  scan.elements += 1;
  if (scan.elements > limits.maxElements) refuse(scan, "too many elements");
  if (scan.open.length >= limits.maxDepth) refuse(scan, "nested too deeply");
  if (Object.keys(tag.attributes).length > limits.maxAttributes) refuse(scan, "too many attributes");
  const element = toElement(tag);
  scan.open.at(-1)?.children.push(element);
  scan.root ??= element;
  scan.open.push(element);
}

function checkDeclaration(scan: Scan, declaration: { version?: string; encoding?: string }): void {
  if (declaration.version !== "1.0") refuse(scan, "XML version other than 1.0");
  if ((declaration.encoding ?? "utf-8").toLowerCase() !== "utf-8") refuse(scan, "encoding other than UTF-8");
}

function strictParser(scan: Scan, limits: XmlLimits) {
  const parser = new SaxesParser({ xmlns: true, position: false, fragment: false });
  // Without a handler saxes throws at the first error, which is what bounds the time of a broken document.
  parser.on("xmldecl", (declaration) => checkDeclaration(scan, declaration));
  parser.on("doctype", () => refuse(scan, "document type declaration"));
  parser.on("processinginstruction", () => refuse(scan, "processing instruction"));
  parser.on("cdata", () => refuse(scan, "CDATA section"));
  parser.on("comment", () => (limits.allowComments ? undefined : refuse(scan, "comment")));
  parser.on("opentag", (tag) => openElement(scan, limits, tag));
  parser.on("text", (text) => void scan.open.at(-1)?.children.push(text));
  parser.on("closetag", () => void scan.open.pop());
  return parser;
}

/**
 * Reads XML strictly and in linear time, before any library sees it: well-formed with bound prefixes, no document type,
 * entities, processing instructions or CDATA, within the limits. Parsers that disagree disagree about the rest.
 */
export function scanXml(xml: string, limits: XmlLimits = MESSAGE_LIMITS): Result<XmlElement, { reason: string }> {
  if (xml.length > limits.maxCharacters) return err({ reason: "too long" });
  const scan: Scan = { root: null, elements: 0, refusal: null, open: [] };
  try {
    strictParser(scan, limits).write(xml).close();
  } catch {
    // The parser's own words quote the document, which somebody else wrote.
    return err({ reason: scan.refusal ?? "not well-formed" });
  }
  return scan.root === null ? err({ reason: "no root element" }) : ok(scan.root);
}
