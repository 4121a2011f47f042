"use client";
import type { ReactNode } from "react";
import { CopyButton } from "../ui/copy-button";

type TextFigureProps = {
  /** What it is, above it. */
  readonly caption: ReactNode;
  /** Its name for who cannot see it. */
  readonly label: string;
  readonly shown: string;
  /** What is copied: the whole, where only a part is shown. */
  readonly text: string;
  /** For the name of the button: "Copy configuration". */
  readonly what: string;
  readonly look?: "solid" | "outline";
  readonly actions?: ReactNode;
  readonly footer?: ReactNode;
};

/** A text to take along, with what takes it. */
export function TextFigure({ caption, label, shown, text, what, look = "solid", actions, footer }: TextFigureProps) {
  return (
    <figure className="forced-edge min-w-0 overflow-hidden rounded-md border border-line">
      <figcaption className="flex flex-wrap items-center gap-1.5 border-line border-b bg-sunken py-1.5 pr-1.5 pl-3">
        <span className="mr-auto flex min-w-0 flex-wrap items-baseline gap-x-3 text-soft text-xs">{caption}</span>
        {actions}
        <CopyButton text={text} what={what} look={look} />
      </figcaption>
      <section
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard (WCAG 2.1.1).
        tabIndex={0}
        className="max-h-112 overflow-auto px-3 py-2.5 -outline-offset-2"
      >
        <pre className="whitespace-pre-wrap font-mono text-xs leading-5 [overflow-wrap:anywhere]">
          {shown.trimEnd()}
        </pre>
      </section>
      {footer === undefined || footer === null ? null : (
        <div className="border-line border-t px-3 py-2 text-faint text-xs">{footer}</div>
      )}
    </figure>
  );
}
