"use client";
import { Check, Copy, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { buttonClass } from "./button";
import { classNames } from "./class-names";
import { copyText } from "./copy-text";

const SHOWN_MS = 2000;

const STATES = {
  idle: { icon: Copy, text: "Copy", said: "" },
  copied: { icon: Check, text: "Copied", said: "copied" },
  refused: { icon: X, text: "Not copied", said: "could not be copied. Select the text instead." },
} as const;

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
  const [state, setState] = useState<keyof typeof STATES>("idle");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const { icon: Icon, text: word, said } = STATES[state];
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
        <span className={compact ? "sr-only" : undefined}>{state === "idle" ? (label ?? word) : word}</span>
        {state === "idle" && label === undefined ? <span className="sr-only"> {what}</span> : null}
      </button>
      <span role="status" className="sr-only">
        {said === "" ? "" : `${what} ${said}`}
      </span>
    </>
  );
}
