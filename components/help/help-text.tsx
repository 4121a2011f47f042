import { parseInline } from "./inline-markup";

const CODE = "rounded-sm bg-hover px-1 py-0.5 font-mono text-[0.92em] [overflow-wrap:anywhere]";

/** A text of the help with its `code` and **strong** words. */
export function HelpText({ text }: { text: string }) {
  // A text never changes while it is on the page.
  return parseInline(text).map(({ look, text: words }, at) => {
    const key = `${at} ${words}`;
    if (look === "code") {
      return (
        <code key={key} className={CODE}>
          {words}
        </code>
      );
    }
    return look === "strong" ? <strong key={key}>{words}</strong> : words;
  });
}
