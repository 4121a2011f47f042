import { useTranslations } from "next-intl";
import { PageHeading } from "../shell/page-heading";
import { Panel } from "../ui/panel";
import { Skeleton } from "../ui/skeleton";
import { SkeletonFields, SkeletonPoints } from "../ui/skeleton-blocks";

/** The page for IAM users before its data: same boxes, same heights. */
export function IamUserSkeleton() {
  const t = useTranslations("iamUser");
  return (
    <div aria-busy="true">
      <PageHeading title={t("title")}>{t("subtitle")}</PageHeading>
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,42rem)_minmax(0,1fr)]">
        <Panel className="flex flex-col gap-5 p-5">
          <Skeleton className="h-8 w-64 max-w-full" />
          <SkeletonFields count={4} />
          <Skeleton className="h-10 w-40" />
        </Panel>
        <div className="flex flex-col gap-4 lg:pt-1">
          <SkeletonPoints count={3} />
        </div>
      </div>
    </div>
  );
}
