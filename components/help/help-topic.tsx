import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { PageHeading } from "../shell/page-heading";
import { classNames } from "../ui/class-names";
import type { HelpSection } from "./blocks";
import { HelpBlock } from "./help-block";
import { exampleRole, type HelpFacts } from "./help-facts";
import { HelpNav } from "./help-nav";
import { HelpSearch } from "./help-search";
import { ReachFragment } from "./reach-fragment";
import type { HelpPage } from "./search-help";
import { SupportPanel } from "./support-panel";

// What fits on one screen needs no list of what is on it.
const MIN_CONTENTS = 4;

/** The page `/help/{topic}`. */
export function HelpTopic({ page, facts }: { page: HelpPage; facts: HelpFacts }) {
  const t = useTranslations("help.ui");
  const { slug, title, summary, sections } = page;
  const example = exampleRole(facts);
  return (
    <div className="grid gap-x-10 lg:grid-cols-[14rem_minmax(0,1fr)]">
      <div className="max-lg:hidden">
        <div className="sticky top-20 max-h-[calc(100dvh-6rem)] overflow-y-auto pb-4">
          <HelpNav current={slug} />
        </div>
      </div>
      <article className="min-w-0 max-w-3xl">
        <Link
          href="/help"
          className="mb-3 inline-flex items-center gap-1 rounded-sm text-sm text-soft hover:text-ink lg:hidden"
        >
          <ChevronLeft aria-hidden className="size-3.5" />
          {t("all")}
        </Link>
        <PageHeading title={title}>{summary}</PageHeading>
        <HelpSearch />
        <ReachFragment key={slug} />
        {sections.length < MIN_CONTENTS ? null : <Contents sections={sections} isLong={slug === "troubleshooting"} />}
        <div className="mt-8 flex flex-col gap-9">
          {sections.map((section) => (
            <Section key={section.id} section={section} />
          ))}
          <SupportPanel support={facts.support} />
          <p className="text-faint text-xs">
            {facts.roles.length === 0
              ? t("exampleNone")
              : t("exampleOwn", { role: example.roleName, account: example.accountName })}
          </p>
        </div>
      </article>
    </div>
  );
}

function Contents({ sections, isLong }: { sections: readonly HelpSection[]; isLong: boolean }) {
  const t = useTranslations("help.ui");
  return (
    <nav aria-label={t("onThisPage")} className="mt-5 rounded-md border border-line bg-surface px-4 py-3">
      <p className="mb-1.5 font-medium text-faint text-xs">{isLong ? t("messages") : t("onThisPage")}</p>
      <ul className={classNames("gap-x-6 text-sm sm:columns-2", isLong && "xl:columns-3")}>
        {sections.map(({ id, title }) => (
          <li key={id} className="break-inside-avoid py-0.5">
            <a href={`#${id}`} className="rounded-sm text-soft underline-offset-2 hover:text-ink hover:underline">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Section({ section: { id, title, blocks } }: { section: HelpSection }) {
  return (
    <section
      id={id}
      className="-mx-3 flex scroll-mt-20 flex-col gap-3 rounded-lg px-3 py-1 target:bg-accent-soft data-reached:bg-accent-soft"
    >
      <h2 id={`${id}-title`} className="text-lg">
        {title}
      </h2>
      {blocks.map((block) => (
        <HelpBlock key={JSON.stringify(block)} block={block} />
      ))}
    </section>
  );
}
