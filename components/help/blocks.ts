import type { Detail } from "../ui/detail-list";
import type { HelpSlug } from "./help-topics";

/** Texts may hold `code` between backticks and **strong** words; nothing else is markup. */
export type HelpBlock =
  | { readonly kind: "text" | "note" | "warning"; readonly text: string }
  | { readonly kind: "steps" | "list"; readonly items: readonly string[] }
  /** `name` says what is copied. */
  | { readonly kind: "code"; readonly code: string; readonly name: string }
  | { readonly kind: "facts"; readonly rows: readonly Detail[] }
  | { readonly kind: "table"; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: "topics"; readonly slugs: readonly HelpSlug[] };

export type HelpSection = { readonly id: string; readonly title: string; readonly blocks: readonly HelpBlock[] };

/** In the messages, each step or item is a line of its own. */
const linesOf = (text: string) => text.split("\n");

export const text = (words: string): HelpBlock => ({ kind: "text", text: words });
export const note = (words: string): HelpBlock => ({ kind: "note", text: words });
export const warning = (words: string): HelpBlock => ({ kind: "warning", text: words });
export const steps = (words: string): HelpBlock => ({ kind: "steps", items: linesOf(words) });
export const list = (words: string): HelpBlock => ({ kind: "list", items: linesOf(words) });
export const code = (name: string, lines: string): HelpBlock => ({ kind: "code", code: lines, name });
export const facts = (...rows: readonly (readonly [label: string, value: string])[]): HelpBlock => ({
  kind: "facts",
  rows: rows.map(([label, value]) => ({ label, value })),
});
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): HelpBlock => ({
  kind: "table",
  head,
  rows,
});
export const topics = (...slugs: readonly HelpSlug[]): HelpBlock => ({ kind: "topics", slugs });

export const section = (id: string, title: string, ...blocks: readonly HelpBlock[]): HelpSection => ({
  id,
  title,
  blocks,
});
