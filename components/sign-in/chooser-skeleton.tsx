import { BareShell } from "../shell/bare-shell";
import { Panel } from "../ui/panel";
import { Skeleton } from "../ui/skeleton";

export function ChooserSkeleton({ portalName = "Gatehouse" }: { portalName?: string }) {
  return (
    <BareShell portalName={portalName}>
      <Panel className="w-full max-w-sm overflow-hidden rounded-xl" aria-busy="true">
        <div className="border-line border-b px-4 pt-4 pb-3.5">
          <h1 className="text-lg">Sign in</h1>
          <p className="text-sm text-soft">to reach your AWS accounts</p>
        </div>
        {["first", "second"].map((key) => (
          <div key={key} className="flex items-center gap-3 border-line border-b px-4 py-3 last:border-b-0">
            <Skeleton className="size-9" />
            <span className="flex flex-1 flex-col gap-1.5">
              <Skeleton className="h-4 w-36" />
              <Skeleton className="h-3.5 w-24" />
            </span>
          </div>
        ))}
      </Panel>
    </BareShell>
  );
}
