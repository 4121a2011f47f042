import type { Refusal } from "../refusal";

type XmlValue = string | number | boolean | Date | XmlTree | null | undefined;
/** Elements in order; a list repeats its element; what is null or undefined is left out. */
export type XmlTree = { readonly [name: string]: XmlValue | readonly XmlTree[] };

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

const isList = (value: XmlValue | readonly XmlTree[]): value is readonly XmlTree[] => Array.isArray(value);

/** A whole tree, a line an element. */
export function formatTree(tree: XmlTree, indent: string): string {
  return Object.entries(tree)
    .flatMap(([name, value]) => (isList(value) ? value : [value]).map((each) => formatElement(name, each, indent)))
    .join("");
}

function formatElement(name: string, value: XmlValue, indent: string): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return `${indent}<${name}>${formatTime(value)}</${name}>\n`;
  if (typeof value !== "object") return `${indent}<${name}>${escapeXml(String(value))}</${name}>\n`;
  return `${indent}<${name}>\n${formatTree(value, `${indent}  `)}${indent}</${name}>\n`;
}

/** STS writes whole seconds: `2026-11-21T04:00:00Z`. */
export function formatTime(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`;
}

/** The envelope of a success of the Query protocol. */
export function formatSuccess(namespace: string, action: string, result: XmlTree, requestId: string): string {
  return `<${action}Response xmlns="${namespace}">
  <${action}Result>
${formatTree(result, "    ")}  </${action}Result>
  <ResponseMetadata>
    <RequestId>${requestId}</RequestId>
  </ResponseMetadata>
</${action}Response>
`;
}

/** The envelope of an error: here the RequestId stands outside ResponseMetadata. */
export function formatError(namespace: string, refusal: Refusal, requestId: string): string {
  return `<ErrorResponse xmlns="${namespace}">
  <Error>
    <Type>${refusal.status < 500 ? "Sender" : "Receiver"}</Type>
    <Code>${escapeXml(refusal.code)}</Code>
    <Message>${escapeXml(refusal.message)}</Message>
  </Error>
  <RequestId>${requestId}</RequestId>
</ErrorResponse>
`;
}
