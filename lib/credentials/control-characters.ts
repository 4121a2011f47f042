/**
 * Control characters, line and paragraph separators and lone surrogates. No credential holds one; in a block they
 * would end a line, or act as a key press in a terminal.
 */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Characters without a shape: bidirectional overrides make a comment look like code, and the reverse (CVE-2021-42574). */
const INVISIBLE = /\p{Cf}/gu;

/** For syntaxes that cannot spell a control character. */
export function dropControls(text: string): string {
  return text.replace(CONTROLS, "");
}

/** Text for people, on one line, that looks like what it is. */
export function toVisibleLine(text: string): string {
  return text.replace(CONTROLS, " ").replace(INVISIBLE, "").replace(/\s+/gu, " ").trim();
}
