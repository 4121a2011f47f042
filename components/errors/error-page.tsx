import type { ReactNode } from "react";
import { BareShell } from "../shell/bare-shell";
import { Panel } from "../ui/panel";

type ErrorPageProps = {
  readonly portalName: string;
  /** `portal.support` of the configuration. */
  readonly support?: { readonly text: string; readonly url?: string | undefined } | null | undefined;
  readonly children: ReactNode;
};

/** An error as a page of its own, signed in or not. */
export function ErrorPage({ portalName, support = null, children }: ErrorPageProps) {
  return (
    <BareShell portalName={portalName}>
      <Panel className="w-full max-w-xl rounded-xl p-5 sm:p-6">{children}</Panel>
      {support === null ? null : (
        <p className="mt-4 text-center text-faint text-sm">
          {support.url === undefined ? (
            support.text
          ) : (
            <a href={support.url} className="rounded-sm underline underline-offset-2 hover:text-ink">
              {support.text}
            </a>
          )}
        </p>
      )}
    </BareShell>
  );
}
