"use client";
import { useTranslations } from "next-intl";
import type { CredentialBlockInput, Format } from "#lib/credentials/formats";
import { CopyButton } from "../ui/copy-button";
import { Notice } from "../ui/notice";
import { maskCredentials } from "./mask";
import { type Reveal, RevealButton } from "./reveal-button";

type FormatBlockProps = Reveal & { readonly format: Format; readonly input: CredentialBlockInput };

/** One block, ready to paste. What is shown may be masked; what is copied never is. */
export function FormatBlock({ format, input, isRevealed, onReveal }: FormatBlockProps) {
  const t = useTranslations("credentials");
  const shown = isRevealed ? input : { ...input, credentials: maskCredentials(input.credentials) };
  return (
    <>
      <p className="text-sm text-soft">{t(`formats.${format.id}`)}</p>
      <figure className="forced-edge shrink-0 overflow-hidden rounded-md border border-line">
        <figcaption className="flex items-center gap-1.5 border-line border-b bg-sunken py-1.5 pr-1.5 pl-3">
          <span className="mr-auto truncate font-mono text-soft text-xs">{format.fileName ?? format.label}</span>
          <RevealButton isRevealed={isRevealed} onReveal={onReveal} />
          <CopyButton text={format.format(input)} what={t("block", { format: format.label })} look="solid" />
        </figcaption>
        <section
          aria-label={t("blockFor", { format: format.label })}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard (WCAG 2.1.1).
          tabIndex={0}
          className="max-h-72 overflow-y-auto px-3 py-2.5 -outline-offset-2"
        >
          <pre className="whitespace-pre-wrap font-mono text-xs leading-5 [overflow-wrap:anywhere]">
            {format.format(shown).trimEnd()}
          </pre>
        </section>
      </figure>
      {format.warning === undefined ? null : <Notice tone="warn">{t(`warnings.${format.warning}`)}</Notice>}
    </>
  );
}
