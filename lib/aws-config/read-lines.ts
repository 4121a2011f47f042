type LineKind = "header" | "key" | "nested" | "comment" | "blank" | "other";

/** One line of the file, as it stands and as it is read. `text + eol` of all lines is the file, byte for byte. */
export type Line = {
  readonly kind: LineKind;
  readonly text: string;
  /** As it was; empty at the end of a file whose last line has none. */
  readonly eol: string;
  /** Of a key, in lower case, and what it says, without a comment behind it. Of a header, what stands between the brackets. */
  readonly name: string;
  readonly value: string;
};

/** The AWS CLI takes `key = value # words` for a value of all that; the SDKs for JavaScript and Go for a comment. */
export const splitComment = (text: string): readonly [string, string] => {
  const at = text.includes("#") || text.includes(";") ? text.search(/\s[#;]/) : -1;
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at)];
};

const PLAIN = { name: "", value: "" };

function readPair(text: string) {
  const at = text.search(/[=:]/);
  if (at <= 0) return null;
  return { name: text.slice(0, at).trim().toLowerCase(), value: splitComment(text.slice(at + 1))[0].trim() };
}

/** Inside the brackets: `profile "x"`, or null where the line opens no section. */
function readHeader(text: string): string | null {
  if (!text.startsWith("[")) return null;
  const bare = splitComment(text)[0].trim();
  return (/^\[(.+)\]/.exec(bare) ?? /^\[(.+)\]/.exec(text))?.[1]?.trim() ?? null;
}

/**
 * How Python's configparser reads, and with it the AWS CLI: what is indented more than the key above it goes on with that key. But
 * for a header, which other readers see wherever it stands.
 */
function createReader() {
  let indent = -1;
  let isInSection = false;
  let hasKey = false;
  return (text: string, eol: string): Line => {
    const trimmed = text.trim();
    if (trimmed === "") return { kind: "blank", text, eol, ...PLAIN };
    if (trimmed.startsWith("#") || trimmed.startsWith(";")) return { kind: "comment", text, eol, ...PLAIN };
    const header = readHeader(trimmed);
    if (header !== null) {
      isInSection = true;
      hasKey = false;
      return { kind: "header", text, eol, name: header, value: "" };
    }
    const ownIndent = text.length - text.trimStart().length;
    if (hasKey && ownIndent > indent) return { kind: "nested", text, eol, ...(readPair(trimmed) ?? PLAIN) };
    indent = ownIndent;
    const pair = isInSection ? readPair(trimmed) : null;
    hasKey = pair !== null;
    return pair === null ? { kind: "other", text, eol, ...PLAIN } : { kind: "key", text, eol, ...pair };
  };
}

export function readLines(file: string): readonly Line[] {
  const read = createReader();
  const parts = file.split(/(\r\n|\n|\r)/);
  const lines: Line[] = [];
  for (let at = 0; at < parts.length; at += 2) {
    const text = parts[at] ?? "";
    const eol = parts[at + 1] ?? "";
    // Behind the last line end there is no further line.
    if (text !== "" || eol !== "") lines.push(read(text, eol));
  }
  return lines;
}

/** How this file ends its lines. */
export const eolOf = (file: string): string => (/^[^\r\n]*\r\n/.test(file) ? "\r\n" : "\n");
