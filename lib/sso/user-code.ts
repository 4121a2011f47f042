/** Consonants: no word comes out, and nothing is read for something else (RFC 8628, 6.1). */
const LETTERS = "BCDFGHJKLMNPQRSTVWXZ";
const LENGTH = 8;

const dashed = (letters: string) => `${letters.slice(0, 4)}-${letters.slice(4)}`;

/** `WDJB-MJHT`, of 34 random bits. `randomBelow` draws evenly from 0 to under its argument. */
export function newUserCode(randomBelow: (limit: number) => number): string {
  return dashed(Array.from({ length: LENGTH }, () => LETTERS.charAt(randomBelow(LETTERS.length))).join(""));
}

/** A code as somebody typed it, in any case and with or without its dash; null when it cannot be one. */
export function parseUserCode(text: string): string | null {
  const letters = text.toUpperCase().replace(/[\s\-–—]/g, "");
  const isCode = letters.length === LENGTH && [...letters].every((letter) => LETTERS.includes(letter));
  return isCode ? dashed(letters) : null;
}
