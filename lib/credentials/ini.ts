/**
 * A value as all readers of AWS's files take it: they trim it, end it at the line's end, and some at a `#` or `;` after
 * a space. No credential or Region holds white space, so none is written.
 */
export function toIniValue(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/gu, "");
}
