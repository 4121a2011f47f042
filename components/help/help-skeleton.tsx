import { Panel } from "../ui/panel";
import { Skeleton } from "../ui/skeleton";

const GROUPS = ["a", "b", "c"];
const TOPICS = ["a", "b", "c", "d", "e", "f", "g", "h"];

/** The page `/help` before its data: same boxes, same heights. */
export function HelpSkeleton() {
  return (
    <div aria-busy="true" className="mx-auto flex max-w-4xl flex-col gap-6">
      <div>
        <Skeleton className="h-7 w-24" />
        <Skeleton className="mt-1 mb-5 h-4.5 w-96 max-w-full" />
        <Skeleton className="h-8 w-full pointer-coarse:h-10" />
      </div>
      {GROUPS.map((group) => (
        <div key={group}>
          <Skeleton className="mb-2 h-5.5 w-44" />
          <Panel className="grid gap-px overflow-hidden bg-line sm:grid-cols-2">
            {TOPICS.map((topic) => (
              <div key={topic} className="flex h-[4.125rem] flex-col gap-2 bg-surface px-4 py-3.5">
                <Skeleton className="h-3.5 w-32" />
                <Skeleton className="h-3.5 w-64 max-w-full" />
              </div>
            ))}
          </Panel>
        </div>
      ))}
    </div>
  );
}

const SECTIONS = ["a", "b", "c", "d"];

/** A page of one topic before its text. */
export function HelpTopicSkeleton() {
  return (
    <div aria-busy="true" className="grid gap-x-10 lg:grid-cols-[14rem_minmax(0,1fr)]">
      <div className="flex flex-col gap-3 max-lg:hidden">
        {TOPICS.map((topic) => (
          <Skeleton key={topic} className="h-4.5 w-40" />
        ))}
      </div>
      <div className="flex max-w-3xl flex-col">
        <Skeleton className="h-7 w-40" />
        <Skeleton className="mt-1 mb-5 h-4.5 w-80 max-w-full" />
        <Skeleton className="h-8 w-full pointer-coarse:h-10" />
        {SECTIONS.map((section) => (
          <div key={section} className="mt-9 flex flex-col gap-3">
            <Skeleton className="h-6 w-48" />
            <Skeleton className="h-4.5 w-full" />
            <Skeleton className="h-4.5 w-3/4" />
          </div>
        ))}
      </div>
    </div>
  );
}
