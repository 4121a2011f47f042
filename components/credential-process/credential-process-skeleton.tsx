import { useTranslations } from "next-intl";
import { TerminalPage } from "../terminal/terminal-page";
import { Panel } from "../ui/panel";
import { Skeleton } from "../ui/skeleton";
import { SkeletonPoints } from "../ui/skeleton-blocks";

const STEPS = [
  { key: "install", height: "h-44" },
  { key: "profile", height: "h-56" },
  { key: "use", height: "h-20" },
];

/** The page before its data: same boxes, same heights. */
export function CredentialProcessSkeleton() {
  const t = useTranslations("credentialProcess");
  return (
    <div aria-busy="true">
      <TerminalPage title={t("title")} lead={t("lead")}>
        <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,44rem)_minmax(0,1fr)]">
          <Panel className="flex flex-col gap-7 p-5">
            {STEPS.map(({ key, height }) => (
              <div key={key} className="flex flex-col gap-3">
                <Skeleton className="h-5 w-44" />
                <Skeleton className={`w-full ${height}`} />
              </div>
            ))}
          </Panel>
          <div className="flex flex-col gap-4 lg:pt-1">
            <SkeletonPoints count={6} />
          </div>
        </div>
      </TerminalPage>
    </div>
  );
}
