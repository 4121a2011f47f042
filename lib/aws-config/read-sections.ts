import { type Line, readLines } from "./read-lines";

type SectionKind = "profile" | "sso-session" | "services" | "other";

/** A header and what follows it up to the next; what stands above the first header is a section without one. */
export type Section = { readonly kind: SectionKind; readonly name: string; readonly lines: readonly Line[] };

const KINDS = ["profile", "sso-session", "services"] as const;

const unquote = (text: string) => /^(["'])(.*)\1$/s.exec(text)?.[2] ?? text;

/** `profile "x y"`, `profile x`, `default`. */
export function parseHeader(header: string): { readonly kind: SectionKind; readonly name: string } {
  if (header === "default") return { kind: "profile", name: "default" };
  const [, word = "", rest = ""] = /^(\S+)\s+(.*)$/s.exec(header) ?? [];
  const kind = KINDS.find((one) => one === word);
  return kind === undefined ? { kind: "other", name: header } : { kind, name: unquote(rest.trim()) };
}

export function readSections(file: string): readonly Section[] {
  const sections: { kind: SectionKind; name: string; lines: Line[] }[] = [{ kind: "other", name: "", lines: [] }];
  for (const line of readLines(file)) {
    if (line.kind === "header") sections.push({ ...parseHeader(line.name), lines: [] });
    sections.at(-1)?.lines.push(line);
  }
  return sections;
}

/** What a key of this section says; the last one counts, as most readers have it. Null: it is not there. */
export function findValue({ lines }: Section, name: string): string | null {
  return lines.findLast((line) => line.kind === "key" && line.name === name)?.value ?? null;
}

/** What a key under a key says: `endpoint_url` below `sso =`. */
export function findNestedValue({ lines }: Section, key: string, name: string): string | null {
  let above = "";
  for (const line of lines) {
    if (line.kind === "key") above = line.name;
    if (line.kind === "nested" && above === key && line.name === name) return line.value;
  }
  return null;
}

export const listProfileNames = (sections: readonly Section[]): ReadonlySet<string> =>
  new Set(sections.filter(({ kind }) => kind === "profile").map(({ name }) => name));
