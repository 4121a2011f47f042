import { PageHeading } from "../shell/page-heading";
import { Skeleton } from "../ui/skeleton";

const ACCOUNTS = ["a", "b", "c", "d"];
const ROLES = ["x", "y", "z"];

/** The role page before its data: same boxes, same heights. */
export function RolePageSkeleton() {
  return (
    <div aria-busy="true">
      <PageHeading title="Roles">
        <Skeleton className="mt-0.5 h-4.5 w-36" />
      </PageHeading>
      <div className="flex flex-col gap-4">
        <Skeleton className="h-8 w-80 max-w-full pointer-coarse:h-10" />
        {ACCOUNTS.map((account) => (
          <div key={account} className="overflow-hidden rounded-lg border border-line bg-surface">
            <div className="flex h-[2.4375rem] items-center max-md:h-[3.75rem] gap-3 border-line border-b bg-sunken px-4">
              <Skeleton className="h-4 w-32" />
              <Skeleton className="h-4 w-24" />
            </div>
            {ROLES.map((role) => (
              <div
                key={role}
                className="flex h-[3.9rem] items-center max-md:h-[8.5rem] justify-between border-line border-b px-4 last:border-b-0"
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
    </div>
  );
}
