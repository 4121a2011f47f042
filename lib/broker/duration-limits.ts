import "server-only";
import type { Grant } from "#lib/access/resolve-grants";
import type { Caller } from "#lib/identity";
import type { Portal } from "./portal";

/** The longest session that each path allows at all: these four are first hops, so the role's maximum of 12 h rules. */
const PATH_MAX_SECONDS: Record<Grant["via"], number> = {
  "portal-oidc": 43_200,
  "portal-saml": 43_200,
  "idp-oidc": 43_200,
  "idp-saml": 43_200,
};

/** What bounds a session of this role for this caller, now. */
export function roleCeilings(portal: Portal, caller: Caller, grant: Grant) {
  const remainingMs = caller.session.expiresAt.getTime() - portal.now().getTime();
  return {
    roleMaxSeconds: grant.maxDurationSeconds,
    pathMaxSeconds: PATH_MAX_SECONDS[grant.via],
    portalSessionRemainingSeconds: portal.config.portal.capCredentialsToSession ? Math.floor(remainingMs / 1000) : null,
  };
}
