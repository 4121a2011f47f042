import { type Phrase, phrase } from "./phrase";

/** Deeper than any policy: the grammar needs seven levels. A bound of our own, so that no parser runs out of stack. */
const MAX_DEPTH = 32;

type Flaw = { readonly offset: number; readonly message: Phrase };

/** One pass over JSON text for what a parser would not survive or would let through: depth, and texts over several lines. */
export function scanJson(text: string): Flaw | null {
  let [depth, isInText, textAt] = [0, false, 0];
  for (let offset = 0; offset < text.length; offset++) {
    const character = text[offset];
    if (isInText) {
      if (character === "\\") offset += 1;
      else if (character === '"') isInText = false;
      else if (text.charCodeAt(offset) < 0x20) return { offset: textAt, message: phrase("notClosed") };
    } else if (character === '"') [isInText, textAt] = [true, offset];
    else if (character === "{" || character === "[") {
      depth += 1;
      if (depth > MAX_DEPTH) return { offset, message: phrase("tooDeep", { levels: MAX_DEPTH }) };
    } else if (character === "}" || character === "]") depth -= 1;
  }
  return null;
}

/** Line and column of an offset, counted from 1. */
export function locate(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}
