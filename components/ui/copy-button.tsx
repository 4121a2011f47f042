"use client";
import { Check, Copy, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { buttonClass } from "./button";
import { classNames } from "./class-names";
import { copyText } from "./copy-text";

const SHOWN_MS = 2000;

const STATES = {
  idle: { icon: Copy, word: null, said: null },
  copied: { icon: Check, word: "copied", said: "saidCopied" },
  refused: { icon: X, word: "notCopied", said: "saidNotCopied" },
} as const;

const hidden = (words: ReactNode) => <span className="sr-only">{words}</span>;

type CopyButtonProps = {
  /** Read when the button is pressed. */
  readonly text: string;
  /** What is copied, for the button's name: "Copy session token". */
  readonly what: string;
  readonly look?: "solid" | "outline" | "quiet";
  readonly compact?: boolean;
  /** In place of "Copy", for a button that stands far from what it copies. */
  readonly label?: string;
};

/** Copies, says so in place, and to a screen reader. */
export function CopyButton({ text, what, look = "outline", compact = false, label }: CopyButtonProps) {
  const t = useTranslations("ui");
  const [state, setState] = useState<keyof typeof STATES>("idle");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const { icon: Icon, word, said } = STATES[state];
  const copy = async (button: HTMLButtonElement) => {
    clearTimeout(timer.current);
    setState((await copyText(text, button)) ? "copied" : "refused");
    timer.current = setTimeout(() => setState("idle"), SHOWN_MS);
  };
  return (
    <>
      <button
        type="button"
        className={classNames(buttonClass({ variant: look, size: "small" }), !compact && "min-w-22")}
        onClick={(event) => copy(event.currentTarget)}
      >
        <Icon aria-hidden className={classNames("size-3.5", state === "copied" && look !== "solid" && "text-good")} />
        <span className={compact ? "sr-only" : undefined}>
          {word === null ? (label ?? t.rich("copy", { what, hidden })) : t(word)}
        </span>
      </button>
      <span role="status" className="sr-only">
        {said === null ? "" : t(said, { what })}
      </span>
    </>
  );
}
