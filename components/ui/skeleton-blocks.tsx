import { Skeleton } from "./skeleton";

const keys = (count: number) => Array.from({ length: count }, (_, index) => String(index));

/** Fields of a form that are on their way, each with its label. */
export function SkeletonFields({ count }: { readonly count: number }) {
  return keys(count).map((key) => (
    <div key={key} className="flex flex-col gap-1.5">
      <Skeleton className="h-3.5 w-28" />
      <Skeleton className="h-8 w-full pointer-coarse:h-10" />
    </div>
  ));
}

/** What stands beside a form: titles, each with a few lines. */
export function SkeletonPoints({ count }: { readonly count: number }) {
  return keys(count).map((key) => (
    <div key={key} className="flex flex-col gap-2">
      <Skeleton className="h-4 w-36" />
      <Skeleton className="h-3.5 w-full max-w-prose" />
      <Skeleton className="h-3.5 w-2/3" />
    </div>
  ));
}
