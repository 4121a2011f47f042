import type { ReactNode } from "react";
import { ConsoleEndpoint } from "#components/console/console-endpoint";
import { PortalShell } from "#components/shell/portal-shell";
import { requireIdentity } from "#lib/auth/session";
import { listPages } from "#lib/broker/list-pages";
import { currentConfig } from "#lib/config/current";
import { idpNameOf } from "#lib/idp/idp-name";

/** The frame behind sign-in. It guards nothing: each page asks by itself. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const [caller, config] = await Promise.all([requireIdentity(), currentConfig()]);
  const { session } = caller;
  const pages = await listPages(caller);
  const { name, email, idp } = session.identity;
  const person = { name, email, idpName: idpNameOf(config, idp), sessionEndsAt: session.expiresAt.toISOString() };
  return (
    <ConsoleEndpoint url={config.aws.endpoints.console ?? null}>
      <PortalShell
        portalName={config.portal.name}
        person={person}
        pages={pages}
        support={config.portal.support ?? null}
      >
        {children}
      </PortalShell>
    </ConsoleEndpoint>
  );
}
