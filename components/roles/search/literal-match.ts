const WORD_CHARACTER = /[\p{L}\p{N}]/u;
const SURE = 0.1;

const isWordStart = (text: string, at: number) => at === 0 || !WORD_CHARACTER.test(text.charAt(at - 1));

/** Where a word stands in a text, the start of a word before anywhere else; -1: nowhere. */
export function findLiteral(text: string, word: string): number {
  const first = text.indexOf(word);
  for (let at = first; at !== -1; at = text.indexOf(word, at + 1)) {
    if (isWordStart(text, at)) return at;
  }
  return first;
}

/** From 0.4 inside a word, by 0.6 at the start of one and 0.8 at the start of the text, to 1 for the very text. */
export function literalQuality(text: string, word: string, at: number): number {
  if (text.length === word.length) return 1;
  const place = at === 0 ? 0.8 : isWordStart(text, at) ? 0.6 : 0.4;
  return place + (SURE * word.length) / text.length;
}
