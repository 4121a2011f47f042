import { useTranslations } from "next-intl";
import { Skeleton } from "../ui/skeleton";
import { Spinner } from "../ui/spinner";

/** The dialog's body until the answer is there: same boxes, same height. */
export function CredentialsSkeleton({ isLeaving }: { isLeaving: boolean }) {
  const t = useTranslations("credentials");
  return (
    <div aria-busy="true" className="flex min-h-0 flex-1 flex-col">
      <div className="flex h-20 items-center max-sm:h-[8.75rem] gap-2.5 border-line border-b px-4 text-sm text-soft sm:px-5">
        <Spinner />
        <p role="status">{t(isLeaving ? "leaving" : "asking")}</p>
      </div>
      <div className="grid min-h-0 flex-1 overflow-hidden md:grid-cols-[12.5rem_minmax(0,1fr)]">
        <div className="flex flex-col gap-3 border-line border-r bg-sunken p-4 max-md:hidden">
          {["w-20", "w-12", "w-24", "w-16", "w-28", "w-24", "w-14"].map((width) => (
            <Skeleton key={width} className={`h-4 ${width}`} />
          ))}
        </div>
        <div className="flex h-[29rem] flex-col gap-3 p-4 sm:p-5">
          <Skeleton className="h-4 w-72 max-w-full" />
          <Skeleton className="h-48 w-full" />
          <Skeleton className="h-4 w-40" />
        </div>
      </div>
    </div>
  );
}
