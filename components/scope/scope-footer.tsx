"use client";
import { ChevronRight, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import type { Result } from "#lib/result";
import type { CompiledScope } from "#lib/session-policy/compile-scope";
import type { Phrase } from "#lib/session-policy/phrase";
import { MAX_POLICY_CHARACTERS } from "#lib/session-policy/policy-document";
import type { ScopeProblem } from "#lib/session-policy/scope-problem";
import { Button } from "../ui/button";
import { classNames } from "../ui/class-names";
import { CopyButton } from "../ui/copy-button";
import { Notice } from "../ui/notice";
import { usePhrase } from "./use-phrase";

type ScopeFooterProps = {
  readonly compiled: Result<CompiledScope, ScopeProblem>;
  /** Null while it is not known. */
  readonly packedPercent: number | null;
};

/** How much of AWS's room the session policy takes, what may surprise about it, and the policy itself. */
export function ScopeFooter({ compiled, packedPercent }: ScopeFooterProps) {
  const t = useTranslations("scope");
  const say = usePhrase();
  const id = useId();
  const [showsPolicy, setShowsPolicy] = useState(false);
  const policy = compiled.ok ? compiled.value.policy : null;
  return (
    <div className="flex flex-col gap-2.5 rounded-b-lg border-line border-t bg-sunken px-3 py-2.5">
      {compiled.ok || compiled.error.field !== null ? null : (
        <Notice tone="danger" role="alert">
          {say(compiled.error.message)}
        </Notice>
      )}
      {compiled.ok ? <Warnings warnings={compiled.value.warnings} /> : null}
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2.5">
        {compiled.ok ? <Sizes characters={compiled.value.characters} packedPercent={packedPercent} /> : <NoPolicy />}
        <Button
          variant="quiet"
          size="small"
          className="-mr-2 ml-auto"
          disabled={policy === null}
          aria-expanded={showsPolicy && policy !== null}
          aria-controls={`${id}-policy`}
          onClick={() => setShowsPolicy(!showsPolicy)}
        >
          <ChevronRight aria-hidden className={classNames("size-3.5", showsPolicy && policy !== null && "rotate-90")} />
          {t("show")}
        </Button>
      </div>
      <div id={`${id}-policy`} className="empty:hidden">
        {showsPolicy && policy !== null ? <Preview policy={policy} /> : null}
      </div>
    </div>
  );
}

function NoPolicy() {
  const t = useTranslations("scope");
  return <p className="text-faint text-xs">{t("incomplete")}</p>;
}

function Warnings({ warnings }: { warnings: readonly Phrase[] }) {
  const say = usePhrase();
  return (
    <ul role="status" className="flex flex-col gap-1 empty:hidden">
      {warnings.map(say).map((words) => (
        <li key={words} className="flex gap-1.5 text-xs">
          <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0 text-warn" />
          {words}
        </li>
      ))}
    </ul>
  );
}

function Sizes({ characters, packedPercent }: { characters: number; packedPercent: number | null }) {
  const t = useTranslations("scope");
  if (characters === 0) return <p className="text-faint text-xs">{t("noPolicy")}</p>;
  return (
    <div className="grid min-w-64 flex-1 grid-cols-2 items-end gap-x-5">
      <Size
        label={t("characters")}
        text={t("charactersOf", { count: characters, max: MAX_POLICY_CHARACTERS })}
        share={characters / MAX_POLICY_CHARACTERS}
      />
      {packedPercent === null ? null : (
        <Size label={t("packed")} text={t("about", { percent: packedPercent })} share={packedPercent / 100} />
      )}
    </div>
  );
}

const freshnessOf = (share: number): string | undefined => (share > 1 ? "expired" : share > 0.85 ? "soon" : undefined);

function Size({ label, text, share }: { label: string; text: string; share: number }) {
  return (
    <div className="min-w-0">
      <p className="mb-1 flex flex-wrap justify-between gap-x-2 text-xs">
        <span className="text-faint">{label}</span>
        <span className="text-soft tabular-nums">{text}</span>
      </p>
      <progress
        className="gauge"
        max={1}
        value={Math.min(1, share)}
        data-freshness={freshnessOf(share)}
        aria-label={label}
        aria-valuetext={text}
      />
    </div>
  );
}

function Preview({ policy }: { policy: string }) {
  const t = useTranslations("scope");
  return (
    <figure className="forced-edge overflow-hidden rounded-md border border-line bg-surface">
      <figcaption className="flex items-center gap-2 border-line border-b py-1.5 pr-1.5 pl-3 text-faint text-xs">
        <span className="mr-auto">{t("sent")}</span>
        <CopyButton text={policy} what={t("policyCopy")} compact />
      </figcaption>
      <section
        aria-label={t("policy")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard (WCAG 2.1.1).
        tabIndex={0}
        className="max-h-64 overflow-y-auto px-3 py-2 -outline-offset-2"
      >
        <pre className="whitespace-pre-wrap font-mono text-xs leading-5 [overflow-wrap:anywhere]">
          {JSON.stringify(JSON.parse(policy), null, 2)}
        </pre>
      </section>
    </figure>
  );
}
