import { useTranslations } from "next-intl";
import { PageHeading } from "../shell/page-heading";
import { Panel } from "../ui/panel";
import { Skeleton } from "../ui/skeleton";

const ROWS = ["a", "b", "c"];

/** The page before its data. */
export function SessionsSkeleton() {
  const t = useTranslations("sessions");
  return (
    <div aria-busy="true">
      <PageHeading title={t("title")}>{t("lead")}</PageHeading>
      <Skeleton className="mb-2.5 h-4.5 w-40" />
      <Panel className="mb-8 divide-y divide-line">
        {ROWS.map((row) => (
          <div key={row} className="flex h-16 items-center gap-8 px-4">
            <Skeleton className="h-4 w-full max-w-72" />
            <Skeleton className="ml-auto h-4 w-24 shrink-0" />
          </div>
        ))}
      </Panel>
      <Skeleton className="mb-2.5 h-4.5 w-44" />
      <Panel className="h-[3.75rem] p-4">
        <Skeleton className="h-4 w-64 max-w-full" />
      </Panel>
    </div>
  );
}
