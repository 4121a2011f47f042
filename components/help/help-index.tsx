import { SearchX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { PageHeading } from "../shell/page-heading";
import { EmptyState } from "../ui/empty-state";
import { Panel } from "../ui/panel";
import type { HelpFacts } from "./help-facts";
import { GROUP_TITLES } from "./help-nav";
import { HelpSearch } from "./help-search";
import { HELP_GROUPS, HELP_TOPICS, helpHref } from "./help-topics";
import type { HelpHit, HelpPage } from "./search-help";
import { SupportPanel } from "./support-panel";

type HelpIndexProps = {
  readonly facts: HelpFacts;
  readonly pages: readonly HelpPage[];
  /** Empty: nobody searched. */
  readonly query: string;
  readonly hits: readonly HelpHit[];
};

/** The page `/help`: all topics, or what was found. */
export function HelpIndex({ facts, pages, query, hits }: HelpIndexProps) {
  const t = useTranslations("help.ui");
  return (
    <div className="mx-auto flex max-w-4xl flex-col gap-6">
      <div>
        <PageHeading title={t("title")}>{t("lead", { portal: facts.portalName })}</PageHeading>
        <HelpSearch query={query} />
      </div>
      {query === "" ? <Topics pages={pages} /> : <Hits query={query} hits={hits} />}
      <SupportPanel support={facts.support} />
    </div>
  );
}

function Topics({ pages }: Pick<HelpIndexProps, "pages">) {
  const t = useTranslations("help.ui");
  const bySlug = new Map(pages.map((page) => [page.slug, page]));
  return HELP_GROUPS.map((group) => (
    <section key={group} aria-labelledby={`group-${group}`}>
      <h2 id={`group-${group}`} className="mb-2 text-base">
        {t(GROUP_TITLES[group])}
      </h2>
      <Panel className="overflow-hidden">
        {/* One pixel of the background between the cells draws the lines. */}
        <ul className="grid gap-px bg-line sm:grid-cols-2">
          {HELP_TOPICS.filter((topic) => topic.group === group).map(({ slug }) => (
            <li key={slug} className="relative bg-surface px-4 py-3 last:odd:sm:col-span-2 hover:bg-hover">
              <Link
                href={helpHref(slug)}
                prefetch={false}
                className="font-medium text-sm after:absolute after:inset-0 focus-visible:outline-offset-0"
              >
                {bySlug.get(slug)?.title}
              </Link>
              <p className="mt-0.5 text-sm text-soft">{bySlug.get(slug)?.summary}</p>
            </li>
          ))}
        </ul>
      </Panel>
    </section>
  ));
}

function Hits({ query, hits }: Pick<HelpIndexProps, "query" | "hits">) {
  const t = useTranslations("help.ui");
  return (
    <section aria-labelledby="found">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id="found" className="min-w-0 text-base [overflow-wrap:anywhere]">
          <span role="status">{t("results", { count: hits.length, query })}</span>
        </h2>
        <Link href="/help" className="rounded-sm font-medium text-accent text-sm underline underline-offset-2">
          {t("clear")}
        </Link>
      </div>
      <Panel className="overflow-hidden">
        {hits.length === 0 ? (
          <EmptyState icon={SearchX} title={t("noResults")} />
        ) : (
          <ul className="divide-y divide-line">
            {hits.map(({ href, topic, title, excerpt }) => (
              <li key={href} className="relative px-4 py-3 hover:bg-hover">
                <Link href={href} prefetch={false} className="font-medium text-sm after:absolute after:inset-0">
                  {title}
                </Link>
                <span className="ml-2 text-faint text-xs">{topic}</span>
                <p className="mt-0.5 line-clamp-2 text-sm text-soft [overflow-wrap:anywhere]">{excerpt}</p>
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </section>
  );
}
