import { parse, type ValueNode } from "@humanwhocodes/momoa";
import { err, ok, type Result } from "#lib/result";
import { type Phrase, type PhraseKey, phrase } from "./phrase";
import type { PolicyProblem } from "./policy-problem";
import { locate, scanJson } from "./scan-json";

/** A JSON value, with where each part of it stands. */
export type ParsedJson = { readonly root: ValueNode; readonly minified: string };

/** Reads strict JSON (RFC 8259). Refuses with the place and what is wrong there, in words of everyday. */
export function parseJson(text: string): Result<ParsedJson, PolicyProblem> {
  const flaw = scanJson(text);
  if (flaw !== null) return err(problemAt(text, flaw.offset, flaw.message));
  try {
    const root = parse(text, { mode: "json" }).body;
    return ok({ root, minified: JSON.stringify(JSON.parse(text)) });
  } catch (error) {
    const offset = readOffset(error);
    return err(problemAt(text, offset, explain(text, offset)));
  }
}

function problemAt(text: string, offset: number, message: Phrase): PolicyProblem {
  return { ...locate(text, offset), path: "", message, severity: "error" };
}

/** The parser's errors carry the offset; without one the whole text is meant. */
function readOffset(error: unknown): number {
  const offset = typeof error === "object" && error !== null && "offset" in error ? error.offset : 0;
  return typeof offset === "number" ? offset : 0;
}

const UNEXPECTED: Readonly<Record<string, PhraseKey>> = {
  "'": "unexpectedQuote",
  "“": "unexpectedCurly",
  "”": "unexpectedCurly",
  "/": "unexpectedComment",
};

function explain(text: string, offset: number): Phrase {
  const rest = text.slice(offset);
  const character = Array.from(rest.slice(0, 2))[0];
  if (character === undefined || rest.trim() === "" || isCutShort(text, offset)) return phrase("endsEarly");
  const before = text.slice(0, offset).trimEnd();
  if (/[}\]]/.test(character) && before.endsWith(",")) return phrase("extraComma", { character });
  const isMissing = character === '"' && /["\d}\]el]$/.test(before);
  return phrase(isMissing ? "missingBefore" : (UNEXPECTED[character] ?? "unexpected"), { character });
}

/** At the end the parser names the last character that it read. */
const isCutShort = (text: string, offset: number): boolean => {
  const last = text.trimEnd().length - 1;
  return offset >= last && !isBalanced(text);
};

const isBalanced = (text: string): boolean => {
  const count = (character: string) => text.split(character).length;
  return count("{") === count("}") && count("[") === count("]") && count('"') % 2 === 1;
};
