/**
 * What JSON leaves as it is although YAML, Python or an editor takes it for a line's end or does not show it. Only up to U+FFFF:
 * beyond, Python and YAML do not join two `\u` escapes to one character.
 */
const RAW_IN_JSON = /[\u007f-\u009f\p{Zl}\p{Zp}]|(?![\u{10000}-\u{10ffff}])\p{Cf}/gu;

function toEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** A double-quoted string that JSON, YAML, Python and JavaScript read back as the same text. A lone surrogate becomes U+FFFD. */
export function quoteJson(text: string): string {
  return JSON.stringify(text.replace(/\p{Cs}/gu, "\ufffd")).replace(RAW_IN_JSON, toEscape);
}
