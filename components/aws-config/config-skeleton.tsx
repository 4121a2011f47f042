import { useTranslations } from "next-intl";
import { TerminalPage } from "../terminal/terminal-page";
import { Panel } from "../ui/panel";
import { Skeleton } from "../ui/skeleton";
import { SkeletonFields } from "../ui/skeleton-blocks";

/** The page before its data: same boxes, same places. */
export function ConfigSkeleton() {
  const t = useTranslations("cliConfig");
  return (
    <div aria-busy="true">
      <TerminalPage title={t("title")} lead={t("lead")}>
        <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]">
          <Panel className="flex flex-col gap-5 p-4 sm:p-5">
            <Skeleton className="h-5 w-40" />
            <SkeletonFields count={4} />
          </Panel>
          <Panel className="flex flex-col gap-4 p-4 sm:p-5">
            <Skeleton className="h-9 w-full pointer-coarse:h-11" />
            <Skeleton className="h-112 w-full" />
          </Panel>
        </div>
      </TerminalPage>
    </div>
  );
}
