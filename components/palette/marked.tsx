import type { Range } from "../roles/search/range";

/** A text with the parts that were found. */
export function Marked({ text, ranges = [] }: { text: string; ranges?: readonly Range[] | undefined }) {
  const parts = ranges.map(([start, end], at) => ({
    start,
    before: text.slice(ranges[at - 1]?.[1] ?? 0, start),
    found: text.slice(start, end),
  }));
  return (
    <>
      {parts.map(({ start, before, found }) => (
        <span key={start}>
          {before}
          <mark className="bg-accent-soft text-accent">{found}</mark>
        </span>
      ))}
      {text.slice(ranges.at(-1)?.[1] ?? 0)}
    </>
  );
}
