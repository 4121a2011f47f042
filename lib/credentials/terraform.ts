import type { Format } from "./format";
import { formatTitle } from "./title";

const NAMED: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\" };

function toEscape(character: string): string {
  return NAMED[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** A quoted string of HCL: `${` and `%{` begin a template and are doubled (HCL native syntax, "Template Expressions"). */
export function quoteHcl(text: string): string {
  const escaped = text.replace(/[\p{Cc}\p{Zl}\p{Zp}"\\]/gu, toEscape);
  return `"${escaped.replace(/[$%](?=\{)/g, "$&$&")}"`;
}

export const terraform: Format<"terraform"> = {
  id: "terraform",
  label: "Terraform",
  group: "tool",
  fileName: "provider.tf",
  language: "hcl",
  warning: "terraform",
  format: (input) =>
    [
      `${formatTitle(input)}provider "aws" {`,
      `  region     = ${quoteHcl(input.region)}`,
      `  access_key = ${quoteHcl(input.credentials.accessKeyId)}`,
      `  secret_key = ${quoteHcl(input.credentials.secretAccessKey)}`,
      `  token      = ${quoteHcl(input.credentials.sessionToken)}`,
      "}\n",
    ].join("\n"),
};
