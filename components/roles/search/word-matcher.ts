import { findFuzzy } from "./fuzzy-match";
import { findLiteral, literalQuality } from "./literal-match";
import type { Range } from "./range";

export type WordMatch = {
  /** For each text how well it matches, up to 1; 0: not. */
  readonly quality: Float32Array;
  readonly rangesOf: (text: number) => readonly Range[];
};

const KEPT_WORDS = 32;

/**
 * Looks for one folded word in many folded texts. A word that stands anywhere as it was typed is no typing error: only of
 * others similar ones are looked for. Words are kept, since the next key changes the last one only.
 */
export function createWordMatcher(texts: readonly string[]): (word: string) => WordMatch {
  const known = new Map<string, WordMatch>();
  return (word) => {
    const found = known.get(word) ?? matchWord(texts, word);
    if (known.size >= KEPT_WORDS) known.clear();
    known.set(word, found);
    return found;
  };
}

function matchWord(texts: readonly string[], word: string): WordMatch {
  const quality = new Float32Array(texts.length);
  let isFound = false;
  for (let index = 0; index < texts.length; index++) {
    const text = texts[index] ?? "";
    const at = findLiteral(text, word);
    if (at === -1) continue;
    quality[index] = literalQuality(text, word, at);
    isFound = true;
  }
  return isFound ? { quality, rangesOf: literalRanges(texts, word) } : matchFuzzy(texts, word, quality);
}

function literalRanges(texts: readonly string[], word: string): WordMatch["rangesOf"] {
  return (index) => {
    const at = findLiteral(texts[index] ?? "", word);
    return at === -1 ? [] : [[at, at + word.length]];
  };
}

function matchFuzzy(texts: readonly string[], word: string, quality: Float32Array): WordMatch {
  const found = findFuzzy(texts, word);
  for (const [index, match] of found) quality[index] = match.quality;
  return { quality, rangesOf: (index) => found.get(index)?.ranges ?? [] };
}
