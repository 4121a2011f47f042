import { parseQuery } from "./query";
import { mergeRanges, type Range } from "./range";
import {
  collectTexts,
  GROUPS_PER_ENTRY,
  type RoleSearchEntry,
  type SearchField,
  type SearchTexts,
} from "./search-texts";
import { createWordMatcher, type WordMatch } from "./word-matcher";

/** Which parts of an entry's texts were found. */
export type Marks = Partial<Record<SearchField, readonly Range[]>>;

export type RoleSearchResult = {
  /** How many match, whatever the limit. */
  readonly total: number;
  /** Places among the entries, the best match first. */
  readonly found: readonly number[];
  /** For the few that are shown. */
  readonly marksOf: (at: number) => Marks;
};

export type RoleSearch = { readonly search: (query: string, limit?: number) => RoleSearchResult };

/** What use adds to the quality of a match: nothing when never used, less and less with each further use. */
const USE_BONUS = 0.3;
const bonusOf = (score: number) => USE_BONUS * (1 - 1 / (1 + Math.max(0, score)));

/**
 * A search over everything that one person holds: every word of the query has to be in some text of the account or the role, in
 * any order. The best match first; then what the person uses; then in the order of the entries. Texts that many roles share
 * are looked at once, so that ten thousand roles take a few milliseconds a key.
 */
export function buildRoleSearch(entries: readonly RoleSearchEntry[]): RoleSearch {
  const collected = collectTexts(entries);
  const match = createWordMatcher(collected.texts);
  const bonuses = Float64Array.from(entries, ({ score }) => bonusOf(score));
  return {
    search: (query, limit = entries.length) => {
      const words = parseQuery(query).map(match);
      const qualities = words.map((word) => groupQualities(collected, word));
      const order = rank(collected, qualities, bonuses);
      return {
        total: order.length,
        found: order.slice(0, limit),
        marksOf: keepMarks((at) => collectMarks(collected, words, at)),
      };
    },
  };
}

/** The same object for the same entry, so that a row that scrolls renders once. */
function keepMarks(collect: (at: number) => Marks): (at: number) => Marks {
  const known = new Map<number, Marks>();
  return (at) => {
    const marks = known.get(at) ?? collect(at);
    known.set(at, marks);
    return marks;
  };
}

/** For each group the best of its fields. */
function groupQualities({ groups }: SearchTexts, { quality }: WordMatch): Float32Array {
  const best = new Float32Array(groups.length);
  for (let group = 0; group < groups.length; group++) {
    for (const { text, weight } of groups[group] ?? []) {
      const own = (quality[text] ?? 0) * weight;
      if (own > (best[group] ?? 0)) best[group] = own;
    }
  }
  return best;
}

function qualityOf(members: Int32Array, at: number, qualities: readonly Float32Array[]): number {
  let sum = 0;
  for (const quality of qualities) {
    let best = 0;
    for (let group = 0; group < GROUPS_PER_ENTRY; group++) {
      const member = members[at * GROUPS_PER_ENTRY + group] ?? -1;
      const own = member < 0 ? 0 : (quality[member] ?? 0);
      if (own > best) best = own;
    }
    if (best === 0) return 0;
    sum += best;
  }
  return qualities.length === 0 ? 1 : sum / qualities.length;
}

const STEPS = 1000;
const HIGHEST = 2;
const PLACES = 2 ** 20;

/** Numbers sort many times faster than objects: each holds the quality, then the place. */
function rank({ members }: SearchTexts, qualities: readonly Float32Array[], bonuses: Float64Array): number[] {
  const keys = new Float64Array(bonuses.length);
  let count = 0;
  for (let at = 0; at < bonuses.length; at++) {
    const quality = qualityOf(members, at, qualities);
    if (quality === 0) continue;
    keys[count] = Math.round((HIGHEST - quality - (bonuses[at] ?? 0)) * STEPS) * PLACES + at;
    count += 1;
  }
  const order = new Array<number>(count);
  const sorted = keys.subarray(0, count).sort();
  for (let place = 0; place < count; place++) order[place] = (sorted[place] ?? 0) % PLACES;
  return order;
}

function collectMarks({ groups, members }: SearchTexts, words: readonly WordMatch[], at: number): Marks {
  const marks: Marks = {};
  for (let group = 0; group < GROUPS_PER_ENTRY; group++) {
    for (const { field, text } of groups[members[at * GROUPS_PER_ENTRY + group] ?? -1] ?? []) {
      const ranges = mergeRanges(words.flatMap((word) => word.rangesOf(text)));
      if (ranges.length > 0) marks[field] = ranges;
    }
  }
  return marks;
}
