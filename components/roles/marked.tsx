import type { Range } from "./search/range";

/** A text with the parts that a search found. */
export function Marked({ text, ranges = [] }: { text: string; ranges?: readonly Range[] | undefined }) {
  if (ranges.length === 0) return text;
  return ranges.map(([start, end], at) => (
    <span key={start}>
      {text.slice(ranges[at - 1]?.[1] ?? 0, start)}
      <mark>{text.slice(start, end)}</mark>
      {at === ranges.length - 1 ? text.slice(end) : null}
    </span>
  ));
}
