import type { ReactNode } from "react";
import { classNames } from "./class-names";

const TONES = {
  neutral: "bg-sunken text-soft ring-line",
  accent: "bg-accent-soft text-accent ring-transparent",
  good: "bg-good-soft text-good ring-transparent",
  warn: "bg-warn-soft text-warn ring-transparent",
  danger: "bg-danger-soft text-danger ring-transparent",
  note: "bg-note-soft text-note ring-transparent",
  alarm: "bg-danger-solid font-semibold text-on-danger uppercase tracking-wide ring-transparent",
} as const;

export type BadgeTone = keyof typeof TONES;

export function Badge({ tone = "neutral", children }: { tone?: BadgeTone; children: ReactNode }) {
  return (
    <span
      className={classNames(
        "forced-edge inline-flex max-w-full items-center gap-1 truncate rounded-sm px-1.5 py-px font-medium text-2xs ring-1 ring-inset",
        TONES[tone],
      )}
    >
      {children}
    </span>
  );
}
