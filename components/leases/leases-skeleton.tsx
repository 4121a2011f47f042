import { useTranslations } from "next-intl";
import { TerminalPage } from "../terminal/terminal-page";
import { Panel } from "../ui/panel";
import { Skeleton } from "../ui/skeleton";
import { SkeletonPoints } from "../ui/skeleton-blocks";

/** The page of leases before its data: same boxes, same heights. */
export function LeasesSkeleton() {
  const t = useTranslations("leases");
  return (
    <div aria-busy="true">
      <TerminalPage title={t("title")} lead={t("lead")}>
        <div className="mb-8 grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,42rem)_minmax(0,1fr)]">
          <div>
            <Skeleton className="mb-3 h-4.5 w-24" />
            <Panel className="flex flex-col gap-5 p-5">
              <Skeleton className="h-13 w-full" />
              <div className="grid gap-4 sm:grid-cols-2">
                <Skeleton className="h-18 w-full" />
                <Skeleton className="h-18 w-full" />
              </div>
              <Skeleton className="h-8 w-64 max-w-full" />
              <Skeleton className="h-10 w-32" />
            </Panel>
          </div>
          <div className="flex flex-col gap-4 lg:pt-7">
            <SkeletonPoints count={3} />
          </div>
        </div>
        <Skeleton className="mb-3 h-4.5 w-28" />
        <Panel className="h-40" />
      </TerminalPage>
    </div>
  );
}
