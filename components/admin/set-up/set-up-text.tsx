import Link from "next/link";
import { useTranslations } from "next-intl";
import { SET_UP_FORMATS, type SetUpFormat } from "#lib/trust/set-up/formats";
import { buildFormatHref, type SetUpQuery } from "#lib/trust/set-up/query";
import { classNames } from "../../ui/class-names";
import { CopyButton } from "../../ui/copy-button";
import { Panel } from "../../ui/panel";
import { DownloadButton } from "./download-button";
import type { ChosenSetUp } from "./set-up-view";

const STEPS = ["permissions", "run", "again"] as const;
const FORMAT_IDS = ["cloudformation", "terraform", "cli"] as const satisfies readonly SetUpFormat[];

/** The text itself, ready to be copied or saved, and what to do with it. */
export function SetUpText({ query, chosen }: { query: SetUpQuery; chosen: ChosenSetUp }) {
  const t = useTranslations("setUp");
  const { format } = query;
  const { label } = SET_UP_FORMATS[format];
  return (
    <>
      <Panel className="min-w-0 overflow-hidden">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5 border-line border-b px-2 py-1.5">
          <FormatLinks query={query} />
          <div className="ml-auto flex gap-1.5">
            <DownloadButton text={chosen.text} fileName={chosen.fileName} />
            <CopyButton text={chosen.text} what={t("text.copied", { format: label })} look="solid" />
          </div>
        </div>
        <section
          aria-label={t("text.named", { format: label, file: chosen.fileName })}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard (WCAG 2.1.1).
          tabIndex={0}
          className="max-h-[36rem] overflow-auto px-4 py-3 -outline-offset-2"
        >
          <pre className="font-mono text-xs leading-5">{chosen.text.trimEnd()}</pre>
        </section>
      </Panel>
      <section aria-labelledby="set-up-next">
        <h2 id="set-up-next" className="text-base">
          {t("text.next")}
        </h2>
        <ol className="mt-1.5 list-decimal space-y-1 pl-5 text-sm text-soft">
          {STEPS.map((step) => (
            <li key={step}>{t(`next.${format}.${step}`)}</li>
          ))}
        </ol>
      </section>
    </>
  );
}

function FormatLinks({ query }: { query: SetUpQuery }) {
  const t = useTranslations("setUp.text");
  return (
    <nav aria-label={t("format")} className="flex gap-0.5">
      {FORMAT_IDS.map((format) => (
        <Link
          key={format}
          href={buildFormatHref(query, format)}
          scroll={false}
          aria-current={format === query.format ? "page" : undefined}
          className={classNames(
            "rounded-md px-2.5 py-1 font-medium text-sm",
            format === query.format ? "bg-sunken text-ink" : "text-soft hover:bg-hover hover:text-ink",
          )}
        >
          {SET_UP_FORMATS[format].label}
        </Link>
      ))}
    </nav>
  );
}
