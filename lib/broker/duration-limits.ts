import "server-only";
import type { Grant } from "#lib/access/resolve-grants";
import type { Caller } from "#lib/identity";
import type { OwnPrincipal } from "#lib/sts/own-principal";
import type { Portal } from "./portal";

const CHAINED_MAX_SECONDS = 3600;

/** The longest session that each path allows at all: a first hop to a role 12 h, GetFederationToken 36 h. */
const PATH_MAX_SECONDS: Record<Grant["via"], number> = {
  "portal-oidc": 43_200,
  "portal-saml": 43_200,
  "idp-oidc": 43_200,
  "idp-saml": 43_200,
  "assume-role": 43_200,
  "federation-token": 129_600,
  "session-token": 43_200,
};

/**
 * Role chaining: AssumeRole by whoever is a role or another session already. AWS then allows an hour, whatever the role's
 * maximum says (IAM User Guide, id_roles_terms-and-concepts).
 */
export const isChained = (grant: Grant, principal: OwnPrincipal | null): boolean =>
  grant.via === "assume-role" && (grant.hubRole !== null || principal?.isTemporary === true);

/** Seconds until the caller's sign-in ends; null where credentials may outlive it. */
export function portalSessionRemaining(portal: Portal, caller: Caller): number | null {
  const remainingMs = caller.session.expiresAt.getTime() - portal.now().getTime();
  return portal.config.portal.capCredentialsToSession ? Math.floor(remainingMs / 1000) : null;
}

/** What bounds a session of this role for this caller, now. */
export function roleCeilings(portal: Portal, caller: Caller, grant: Grant, chained: boolean) {
  return {
    roleMaxSeconds: grant.maxDurationSeconds,
    pathMaxSeconds: chained ? CHAINED_MAX_SECONDS : PATH_MAX_SECONDS[grant.via],
    portalSessionRemainingSeconds: portalSessionRemaining(portal, caller),
  };
}
