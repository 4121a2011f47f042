import { useTranslations } from "next-intl";
import { Skeleton } from "../ui/skeleton";
import { Spinner } from "../ui/spinner";

/** Where the time that is left will stand, at the same height. */
export function AskingBar({ isLeaving }: { isLeaving: boolean }) {
  const t = useTranslations("credentials");
  return (
    <div className="flex h-20 items-center max-sm:h-[8.75rem] gap-2.5 border-line border-b px-4 text-sm text-soft sm:px-5">
      <Spinner />
      <p role="status">{t(isLeaving ? "leaving" : "asking")}</p>
    </div>
  );
}

/** Where the block will stand. */
export function BlockSkeleton() {
  return (
    <>
      <Skeleton className="h-4 w-72 max-w-full" />
      <Skeleton className="h-48 w-full" />
      <Skeleton className="h-4 w-40" />
    </>
  );
}
