"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { LEASE_BLOCKS, type LeaseBlockId } from "#lib/credentials/lease-blocks";
import { maskText } from "../credentials/mask";
import { RevealButton } from "../credentials/reveal-button";
import { classNames } from "../ui/class-names";
import { CopyButton } from "../ui/copy-button";
import type { MadeLease } from "./request-lease";

type LeaseBlockProps = {
  readonly id: LeaseBlockId;
  /** Its number among several; null: it stands alone. */
  readonly step: number | null;
  readonly made: MadeLease;
};

/** One block, ready to paste. What is shown may be masked; what is copied never is. */
export function LeaseBlockView({ id, step, made }: LeaseBlockProps) {
  const t = useTranslations("leases.made");
  const [isRevealed, setIsRevealed] = useState(false);
  const { label, isSecret, format } = LEASE_BLOCKS[id];
  const shown = isSecret && !isRevealed ? { ...made, token: maskText() } : made;
  const title = t(`blocks.${id}`);
  return (
    <figure className="flex shrink-0 flex-col gap-1.5">
      <p className="text-sm">
        {step === null ? null : <span className="mr-1.5 text-faint tabular-nums">{step}.</span>}
        {title}
      </p>
      <div className="forced-edge overflow-hidden rounded-md border border-line">
        <figcaption className="flex items-center justify-end gap-1.5 border-line border-b bg-sunken py-1.5 pr-1.5 pl-3">
          {/* On a phone the buttons have the line to themselves: the title above says what it is. */}
          <span className={classNames("mr-auto truncate font-mono text-soft text-xs", isSecret && "max-sm:sr-only")}>
            {label}
          </span>
          {isSecret ? <RevealButton isRevealed={isRevealed} onReveal={() => setIsRevealed(!isRevealed)} /> : null}
          <CopyButton text={format(made)} what={t("what", { place: label })} look="solid" />
        </figcaption>
        <section
          aria-label={title}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard (WCAG 2.1.1).
          tabIndex={0}
          className="max-h-72 overflow-y-auto px-3 py-2.5 -outline-offset-2"
        >
          <pre className="whitespace-pre-wrap font-mono text-xs leading-5 [overflow-wrap:anywhere]">
            {format(shown).trimEnd()}
          </pre>
        </section>
      </div>
    </figure>
  );
}
