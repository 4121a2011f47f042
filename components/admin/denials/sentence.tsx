import { Fragment } from "react";

/** A sentence in which names and values stand between backticks. */
export function Sentence({ text }: { text: string }) {
  const parts = text.split("`").map((part, index) => ({ part, isCode: index % 2 === 1, key: `${index}:${part}` }));
  return parts.map(({ part, isCode, key }) =>
    isCode ? (
      <code
        key={key}
        className="rounded-sm bg-sunken px-1 py-px font-mono text-[0.92em] text-ink [overflow-wrap:anywhere]"
      >
        {part}
      </code>
    ) : (
      <Fragment key={key}>{part}</Fragment>
    ),
  );
}
