import type { ReactNode } from "react";
import { Logo } from "./logo";

/** A page with one thing on it, and nobody signed in perhaps: sign-in, hand-over, errors. */
export function BareShell({ portalName, children }: { portalName: string; children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col items-center px-4 pb-10">
      <header className="flex items-center gap-2.5 pt-[clamp(2rem,14vh,9rem)] pb-7">
        <Logo className="size-8 shrink-0" />
        <span className="font-semibold text-lg tracking-tight">{portalName}</span>
      </header>
      <main id="main" tabIndex={-1} className="flex w-full flex-col items-center outline-none">
        {children}
      </main>
    </div>
  );
}
