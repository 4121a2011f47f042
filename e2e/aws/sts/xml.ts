import type { Refusal } from "../refusal";

/** Elements in order; what is null or undefined is left out. */
export type XmlTree = { readonly [name: string]: string | number | Date | XmlTree | null | undefined };

const NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";
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

function formatTree(tree: XmlTree, indent: string): string {
  return Object.entries(tree)
    .map(([name, value]) => {
      if (value === null || value === undefined) return "";
      if (value instanceof Date) return `${indent}<${name}>${formatTime(value)}</${name}>\n`;
      if (typeof value !== "object") return `${indent}<${name}>${escapeXml(String(value))}</${name}>\n`;
      return `${indent}<${name}>\n${formatTree(value, `${indent}  `)}${indent}</${name}>\n`;
    })
    .join("");
}

/** STS writes whole seconds: `2026-11-21T04:00:00Z`. */
export function formatTime(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`;
}

/** The envelope of a success of the Query protocol. */
export function formatSuccess(action: string, result: XmlTree, requestId: string): string {
  return `<${action}Response xmlns="${NAMESPACE}">
  <${action}Result>
${formatTree(result, "    ")}  </${action}Result>
  <ResponseMetadata>
    <RequestId>${requestId}</RequestId>
  </ResponseMetadata>
</${action}Response>
`;
}

/** The envelope of an error: here the RequestId stands outside ResponseMetadata. */
export function formatError(refusal: Refusal, requestId: string): string {
  return `<ErrorResponse xmlns="${NAMESPACE}">
  <Error>
    <Type>${refusal.status < 500 ? "Sender" : "Receiver"}</Type>
    <Code>${escapeXml(refusal.code)}</Code>
    <Message>${escapeXml(refusal.message)}</Message>
  </Error>
  <RequestId>${requestId}</RequestId>
</ErrorResponse>
`;
}
