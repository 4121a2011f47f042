import type { ReactNode } from "react";
import { listNavItems, PortalShell } from "#components/shell/portal-shell";
import { requireIdentity } from "#lib/auth/session";
import { offersSessionTokens } from "#lib/broker/session-token-limits";
import { currentConfig } from "#lib/config/current";
import { idpNameOf } from "#lib/idp/idp-name";

/** The frame behind sign-in. It guards nothing: each page asks by itself. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const [{ session }, config] = await Promise.all([requireIdentity(), currentConfig()]);
  const { name, email, idp } = session.identity;
  const person = { name, email, idpName: idpNameOf(config, idp), sessionEndsAt: session.expiresAt.toISOString() };
  const nav = listNavItems({ hasIamUser: offersSessionTokens(config) });
  return (
    <PortalShell portalName={config.portal.name} person={person} nav={nav}>
      {children}
    </PortalShell>
  );
}
