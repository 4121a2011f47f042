import { History } from "lucide-react";
import { useTranslations } from "next-intl";
import { PageHeading } from "../shell/page-heading";
import { ButtonLink } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { Panel } from "../ui/panel";
import type { ActivityEvent } from "./activity-event";
import { ActivityTable } from "./activity-table";

type ActivityPageProps = {
  readonly events: readonly ActivityEvent[];
  /** `/activity?before=…`; null on the last page. */
  readonly olderHref: string | null;
  /** On a later page: back to the newest. */
  readonly newestHref?: string | null;
};

/** The page `/activity`: what the portal recorded about the person. */
export function ActivityPage({ events, olderHref, newestHref = null }: ActivityPageProps) {
  const t = useTranslations("activity");
  return (
    <>
      <PageHeading title={t("title")}>{t("subtitle")}</PageHeading>
      <div className="flex flex-col gap-8">
        <section aria-labelledby="events">
          <h2 id="events" className="mb-2 text-base">
            {t("events")}
          </h2>
          {events.length === 0 ? (
            <Panel>
              <EmptyState icon={History} title={t("empty")}>
                {t("emptyHint")}
              </EmptyState>
            </Panel>
          ) : (
            <ActivityTable events={events} />
          )}
          <div className="mt-4 flex justify-center gap-2">
            {newestHref === null ? null : <ButtonLink href={newestHref}>{t("newest")}</ButtonLink>}
            {olderHref === null ? null : <ButtonLink href={olderHref}>{t("older")}</ButtonLink>}
          </div>
        </section>
      </div>
    </>
  );
}
