/** A text with `*` for any run of characters; nothing else is special. */
export type Glob = { readonly start: string; readonly middle: readonly string[]; readonly end: string };

/** `null` for a text without `*`, which is a plain name. */
export function parseGlob(text: string): Glob | null {
  const [start = "", ...rest] = text.split("*");
  const end = rest.pop();
  return end === undefined ? null : { start, end, middle: rest.filter((part) => part !== "") };
}

/**
 * Whether the glob covers the whole text; case counts. Each part is sought once, left to right, behind the one before: the
 * leftmost place is always the best one when only `*` is special, so there is nothing to go back to.
 */
export function matchesGlob(glob: Glob, text: string): boolean {
  const { start, middle, end } = glob;
  if (text.length < start.length + end.length || !text.startsWith(start) || !text.endsWith(end)) return false;
  const endsAt = text.length - end.length;
  let at = start.length;
  for (const part of middle) {
    const foundAt = text.indexOf(part, at);
    if (foundAt < 0 || foundAt + part.length > endsAt) return false;
    at = foundAt + part.length;
  }
  return true;
}
