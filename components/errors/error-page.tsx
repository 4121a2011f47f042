import type { ReactNode } from "react";
import { BareShell } from "../shell/bare-shell";
import { Panel } from "../ui/panel";

/** An error as a page of its own, signed in or not. */
export function ErrorPage({ portalName = "Gatehouse", children }: { portalName?: string; children: ReactNode }) {
  return (
    <BareShell portalName={portalName}>
      <Panel className="w-full max-w-xl rounded-xl p-5 sm:p-6">{children}</Panel>
    </BareShell>
  );
}
