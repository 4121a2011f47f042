import { useTranslations } from "next-intl";
import { PageHeading } from "../shell/page-heading";
import { Panel } from "../ui/panel";
import { Skeleton } from "../ui/skeleton";

const ROWS = ["a", "b", "c", "d", "e", "f", "g", "h"];

export function ActivitySkeleton() {
  const t = useTranslations("activity");
  return (
    <div aria-busy="true">
      <PageHeading title={t("title")}>{t("subtitle")}</PageHeading>
      <Skeleton className="mb-2.5 h-4.5 w-20" />
      <Panel className="divide-y divide-line">
        {ROWS.map((row) => (
          <div key={row} className="flex h-[2.3rem] items-center gap-8 px-4">
            <Skeleton className="h-4 w-36 shrink-0" />
            <Skeleton className="h-4 w-44 shrink-0" />
            <Skeleton className="h-4 w-full max-w-80" />
          </div>
        ))}
      </Panel>
    </div>
  );
}
