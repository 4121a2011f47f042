"use client";
import { classNames } from "../ui/class-names";
import { CopyButton } from "../ui/copy-button";

type CommandBlockProps = {
  readonly text: string;
  /** Above the lines. */
  readonly name: string;
  /** What is copied, for the button's name; nothing is where the lines are not for copying. */
  readonly what?: string;
  /** For lines that are only looked at. */
  readonly wraps?: boolean;
  /** The region's name, for whoever reaches it by keyboard. */
  readonly label: string;
};

/** Lines for a terminal. They scroll sideways: a line that wraps looks like two commands. */
export function CommandBlock({ text, name, what, label, wraps = false }: CommandBlockProps) {
  return (
    <figure className="forced-edge overflow-hidden rounded-md border border-line">
      <figcaption className="flex min-h-10 items-center gap-1.5 border-line border-b bg-sunken py-1.5 pr-1.5 pl-3">
        <span className="mr-auto truncate font-mono text-soft text-xs">{name}</span>
        {what === undefined ? null : <CopyButton text={text} what={what} />}
      </figcaption>
      <section
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard (WCAG 2.1.1).
        tabIndex={0}
        className="overflow-x-auto px-3 py-2.5 -outline-offset-2"
      >
        <pre
          className={classNames("font-mono text-xs leading-5", wraps && "whitespace-pre-wrap [overflow-wrap:anywhere]")}
        >
          {text}
        </pre>
      </section>
    </figure>
  );
}
