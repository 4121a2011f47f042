const MAX_LENGTH = 128;

/** What comes out as it went in; ten thousand names are made at each key press. */
const SAFE = /^[A-Za-z0-9_]+(?:[.-][A-Za-z0-9_]+)*$/;

/** FNV-1a, 32 bits: tells names apart, protects nothing. */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, "0");
}

/**
 * A name of `[A-Za-z0-9._-]`, at most 128 characters, that does not start with a dot or a hyphen: safe in a section
 * header, as an option's value and as a file name. Names that lose letters get a fingerprint, so that two accounts with
 * names in another script do not share a profile.
 */
export function toProfileName(text: string): string {
  if (text.length <= MAX_LENGTH && SAFE.test(text)) return text;
  const folded = text.normalize("NFKD").replace(/\p{M}/gu, "");
  const ascii = folded
    .replace(/[^A-Za-z0-9._-]+/g, "-")
    .replace(/-{2,}/g, "-")
    .replace(/^[-.]+|[-.]+$/g, "");
  const isLossy = /[^\P{L}A-Za-z]|[^\P{N}0-9]/u.test(folded) || ascii === "" || ascii.length > MAX_LENGTH;
  return isLossy ? `${ascii.slice(0, MAX_LENGTH - 9)}-${fingerprint(text)}`.replace(/^-/, "") : ascii;
}
