import { readDocument } from "./parse-trust-policy";

/** One line of a document; `statement` is the position, from 0, of the statement that it belongs to. */
export type PolicyLine = { readonly text: string; readonly statement: number | null };

function indent(value: unknown, spaces: number, before: string, after: string): string[] {
  const lines = (JSON.stringify(value, null, 2) ?? "null").split("\n");
  const margin = " ".repeat(spaces);
  const last = lines.length - 1;
  return lines.map((line, at) => `${margin}${at === 0 ? before : ""}${line}${at === last ? after : ""}`);
}

/** A trust policy as indented JSON, line by line, each with its statement. For documents that `parseTrustPolicy` took. */
export function listPolicyLines(document: unknown): PolicyLine[] {
  const entries = Object.entries(readDocument(document));
  const body = entries.flatMap(([key, value], at): PolicyLine[] => {
    const comma = at === entries.length - 1 ? "" : ",";
    const name = `${JSON.stringify(key)}: `;
    const toLines = (texts: readonly string[], statement: number | null) => texts.map((text) => ({ text, statement }));
    if (key !== "Statement") return toLines(indent(value, 2, name, comma), null);
    if (!Array.isArray(value)) return toLines(indent(value, 2, name, comma), 0);
    const statements = value.flatMap((one: unknown, index) =>
      toLines(indent(one, 4, "", index === value.length - 1 ? "" : ","), index),
    );
    return [{ text: `  ${name}[`, statement: null }, ...statements, { text: `  ]${comma}`, statement: null }];
  });
  return [{ text: "{", statement: null }, ...body, { text: "}", statement: null }];
}
