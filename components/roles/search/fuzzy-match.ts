import UFuzzy from "@leeoniya/ufuzzy";
import type { Range } from "./range";

export type FuzzyMatch = { readonly quality: number; readonly ranges: readonly Range[] };

const TYPING_ERROR = 0.3;
const ABBREVIATION = 0.15;

/** One wrong, missing, swapped or added character in each word of four or more; the first one has to be right. */
const typingErrors = new UFuzzy({
  unicode: true,
  interSplit: "[^\\p{L}\\d']+",
  intraSplit: "",
  intraBound: "\\p{L}\\d|\\d\\p{L}",
  interBound: "[^\\p{L}\\d]",
  intraChars: "[\\p{L}\\d']",
  intraContr: "'\\p{L}{1,2}\\b",
  intraMode: 1,
  intraIns: 1,
  intraSub: 1,
  intraTrn: 1,
  intraDel: 1,
});

// Each further part multiplies how often a regular expression may start again.
const MAX_PARTS = 3;
const MAX_LENGTH = 24;

function findTypingErrors(texts: readonly string[], word: string): ReadonlyMap<number, FuzzyMatch> {
  const parts = word.split(/[^\p{L}\d]+/u).filter((part) => part !== "");
  if (parts.length === 0 || parts.length > MAX_PARTS || word.length > MAX_LENGTH) return new Map();
  const needle = parts.join(" ");
  const haystack = [...texts];
  const candidates = typingErrors.filter(haystack, needle) ?? [];
  if (candidates.length === 0) return new Map();
  const { idx, ranges } = typingErrors.info(candidates, haystack, needle);
  return new Map(idx.map((text, at) => [text, { quality: TYPING_ERROR, ranges: toPairs(ranges[at] ?? []) }]));
}

function toPairs(flat: readonly number[]): readonly Range[] {
  return flat.flatMap((start, at) => (at % 2 === 0 ? [[start, flat[at + 1] ?? start] as const] : []));
}

const MIN_ABBREVIATION = 3;
const MAX_ABBREVIATION = 12;

/** All characters of the word in their order, "pprod" in "payments-prod". One pass: no input can make it slow. */
function findSubsequence(text: string, word: string): readonly Range[] | null {
  const ranges: Range[] = [];
  let from = 0;
  for (const character of word) {
    const at = text.indexOf(character, from);
    if (at === -1) return null;
    from = at + character.length;
    ranges.push([at, from]);
  }
  return ranges;
}

function findAbbreviations(texts: readonly string[], word: string): ReadonlyMap<number, FuzzyMatch> {
  const found = new Map<number, FuzzyMatch>();
  if (word.length < MIN_ABBREVIATION || word.length > MAX_ABBREVIATION || /^\d+$/.test(word)) return found;
  for (const [at, text] of texts.entries()) {
    // Of a sentence, nearly anything is an abbreviation.
    if (!text.startsWith(word.charAt(0)) || text.includes(" ")) continue;
    const ranges = findSubsequence(text, word);
    if (ranges !== null) found.set(at, { quality: ABBREVIATION, ranges });
  }
  return found;
}

/** Texts that a word may have been meant for, by their places: those with a typing error, else those that it abbreviates. */
export function findFuzzy(texts: readonly string[], word: string): ReadonlyMap<number, FuzzyMatch> {
  const found = findTypingErrors(texts, word);
  return found.size > 0 ? found : findAbbreviations(texts, word);
}
