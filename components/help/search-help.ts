import type { HelpBlock, HelpSection } from "./blocks";
import { type HelpSlug, helpHref } from "./help-topics";
import { plainText } from "./inline-markup";

export type HelpPage = {
  readonly slug: HelpSlug;
  readonly title: string;
  readonly summary: string;
  readonly sections: readonly HelpSection[];
};

export type HelpHit = {
  readonly href: string;
  readonly topic: string;
  readonly title: string;
  /** Where the first word stands. */
  readonly excerpt: string;
};

const MAX_QUERY = 200;
const MAX_WORDS = 8;
const MAX_HITS = 40;
const EXCERPT = 160;
/** How much stands before the word. */
const LEAD = 50;

function textsOf(block: HelpBlock): readonly string[] {
  switch (block.kind) {
    case "text":
    case "note":
    case "warning":
      return [block.text];
    case "steps":
    case "list":
      return block.items;
    case "code":
      return [block.code];
    case "facts":
      return block.rows.map(({ label, value }) => `${label}: ${value}`);
    case "table":
      return block.rows.map((row) => row.join(" · "));
    case "topics":
      return [];
  }
}

const fold = (text: string) => text.toLowerCase();

const wordsOf = (query: string): readonly string[] => [
  ...new Set(fold(query.slice(0, MAX_QUERY)).split(/\s+/).filter(Boolean).slice(0, MAX_WORDS)),
];

/** A code or an address says little by itself: of what is written in sentences, the first that has one of the words. */
function excerptOf(texts: readonly string[], words: readonly string[]): string {
  const line = texts.find((text) => words.some((word) => fold(text).includes(word))) ?? texts[0] ?? "";
  const found = words.map((word) => fold(line).indexOf(word)).filter((index) => index >= 0);
  const at = found.length === 0 ? 0 : Math.max(0, Math.min(...found) - LEAD);
  const cut = line.slice(at, at + EXCERPT);
  return `${at > 0 ? "… " : ""}${cut}${at + EXCERPT < line.length ? " …" : ""}`;
}

type Weighed = HelpHit & { readonly weight: number };

/** All words have to be in the section or its topic's title; a section that is called so comes first. */
function weigh(page: HelpPage, section: HelpSection, words: readonly string[]): Weighed | null {
  const texts = section.blocks.flatMap(textsOf).map(plainText);
  const title = fold(`${section.title} ${section.id}`);
  const body = fold(texts.join("\n"));
  const topic = fold(`${page.title} ${page.slug} ${page.summary}`);
  const isThere = words.every((word) => title.includes(word) || body.includes(word) || topic.includes(word));
  const isOwn = words.some((word) => title.includes(word) || body.includes(word));
  if (!isThere || !isOwn) return null;
  return {
    href: `${helpHref(page.slug)}#${section.id}`,
    topic: page.title,
    title: section.title,
    excerpt: excerptOf(
      section.blocks
        .filter(({ kind }) => kind !== "facts")
        .flatMap(textsOf)
        .map(plainText),
      words,
    ),
    weight:
      words.filter((word) => title.includes(word)).length * 2 + words.filter((word) => topic.includes(word)).length,
  };
}

/** The sections that hold every word of the query, the best first. */
export function searchHelp(pages: readonly HelpPage[], query: string): readonly HelpHit[] {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  return pages
    .flatMap((page) => page.sections.map((section) => weigh(page, section, words)))
    .filter((hit) => hit !== null)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MAX_HITS)
    .map(({ weight: _weight, ...hit }) => hit);
}
