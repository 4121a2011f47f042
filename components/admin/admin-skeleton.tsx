import { Panel } from "../ui/panel";
import { Skeleton } from "../ui/skeleton";

const TASKS = ["a", "b"];
const ROWS = ["a", "b", "c", "d", "e", "f"];

function Heading() {
  return (
    <>
      <Skeleton className="mb-4 h-7 w-72 max-w-full" />
      <div className="mb-5">
        <Skeleton className="h-7 w-44" />
        <Skeleton className="mt-0.5 h-5 w-96 max-w-full" />
      </div>
    </>
  );
}

/** The page `/admin` before its data: same boxes, same heights. */
export function AdminSkeleton() {
  return (
    <div aria-busy="true">
      <Heading />
      <div className="grid gap-4 sm:grid-cols-2">
        {TASKS.map((task) => (
          <Panel key={task} className="flex h-[7.5rem] flex-col gap-2.5 p-4">
            <Skeleton className="size-5" />
            <Skeleton className="h-4.5 w-28" />
            <Skeleton className="h-3.5 w-full" />
          </Panel>
        ))}
      </div>
    </div>
  );
}

/** A page of administrators that lists or asks: set-up, denials. */
export function AdminListSkeleton() {
  return (
    <div aria-busy="true">
      <Heading />
      <Panel className="divide-y divide-line">
        {ROWS.map((row) => (
          <div key={row} className="flex h-14 items-center gap-8 px-4">
            <Skeleton className="h-4 w-40 shrink-0" />
            <Skeleton className="h-4 w-full max-w-96" />
          </div>
        ))}
      </Panel>
    </div>
  );
}
