export type InlinePart = { readonly look: "plain" | "code" | "strong"; readonly text: string };

const MARKED = /`([^`]+)`|\*\*([^*]+)\*\*/g;

/** `code` and **strong** words of a text; the rest as it is. */
export function parseInline(text: string): readonly InlinePart[] {
  const parts: InlinePart[] = [];
  let end = 0;
  for (const match of text.matchAll(MARKED)) {
    if (match.index > end) parts.push({ look: "plain", text: text.slice(end, match.index) });
    const [whole, code, strong] = match;
    parts.push(code === undefined ? { look: "strong", text: strong ?? "" } : { look: "code", text: code });
    end = match.index + whole.length;
  }
  return end < text.length ? [...parts, { look: "plain", text: text.slice(end) }] : parts;
}

export const plainText = (text: string): string =>
  parseInline(text)
    .map((part) => part.text)
    .join("");
