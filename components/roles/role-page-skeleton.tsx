import { useTranslations } from "next-intl";
import { PageHeading } from "../shell/page-heading";
import { Skeleton } from "../ui/skeleton";

const ACCOUNTS = ["a", "b", "c", "d"];
const ROLES = ["x", "y", "z"];

/** The role page before its data: same boxes, same heights. */
export function RolePageSkeleton() {
  const t = useTranslations("roles");
  return (
    <div aria-busy="true">
      <PageHeading title={t("title")}>
        <Skeleton className="mt-0.5 h-4.5 w-36" />
      </PageHeading>
      <div className="flex flex-col gap-2 pt-1 pb-3">
        <Skeleton className="h-10 w-full pointer-coarse:h-11" />
        <div className="flex h-8 items-center gap-2 pointer-coarse:h-10">
          <Skeleton className="h-6 w-64" />
          <Skeleton className="ml-auto h-6 w-40" />
        </div>
      </div>
      {ACCOUNTS.map((account, at) => (
        <div key={account} className={at === 0 ? undefined : "pt-4"}>
          <div className="flex h-10 items-center gap-3 rounded-t-lg border border-line bg-sunken px-4 max-md:h-16">
            <Skeleton className="h-4 w-32" />
            <Skeleton className="h-4 w-24" />
          </div>
          {ROLES.map((role) => (
            <div
              key={role}
              className="flex h-[3.9rem] items-center justify-between border-line border-x border-b bg-surface px-4 last:rounded-b-lg max-md:h-[8.5rem]"
            >
              <span className="flex flex-col gap-2">
                <Skeleton className="h-4 w-28" />
                <Skeleton className="h-3.5 w-44" />
              </span>
              <Skeleton className="h-8 w-56 max-md:hidden" />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
