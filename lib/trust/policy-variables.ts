import { type PatternPart, parsePattern } from "./wildcard";

type Context = ReadonlyMap<string, readonly string[]>;

/** `${*}`, `${?}` and `${$}` stand for the character itself. */
const ESCAPED = ["*", "?", "$"];

/**
 * Replaces `${key}` and `${key, 'default'}` by what the request holds; what is put in is text, never a wildcard.
 * `null` when a variable has no value, or several: the statement then does not apply. IAM User Guide,
 * reference_policies_variables.
 */
export function resolveVariables(text: string, context: Context): PatternPart[] | null {
  const parts: PatternPart[] = [];
  for (const piece of text.split(/(\$\{[^}]*\})/)) {
    if (!piece.startsWith("${") || !piece.endsWith("}")) {
      parts.push(...parsePattern(piece));
      continue;
    }
    const value = resolveVariable(piece.slice(2, -1), context);
    if (value === null) return null;
    parts.push(value);
  }
  return parts;
}

function resolveVariable(inner: string, context: Context): string | null {
  if (ESCAPED.includes(inner)) return inner;
  const [, key = "", fallback] = /^([^,]*?)\s*(?:,\s*'([^']*)')?$/s.exec(inner) ?? [];
  const values = context.get(key.toLowerCase());
  if (values === undefined) return fallback ?? null;
  return values.length === 1 ? (values[0] ?? null) : null;
}

/** The pattern as text again, for operators that know no wildcards. */
export function toPlainText(parts: readonly PatternPart[]): string {
  return parts.map((part) => (typeof part === "string" ? part : part.wildcard)).join("");
}
