import "server-only";
import type { Grant } from "#lib/access/resolve-grants";
import type { LoadedConfig } from "#lib/config/load";
import type { Caller } from "#lib/identity";
import { portalSessionRemaining, roleCeilings } from "./duration-limits";
import type { Portal } from "./portal";
import { MAX_SESSION_TOKEN_SECONDS } from "./session-token-request";

/** STS API Reference, GetSessionToken: 12 hours when it is not said. A role gets its own default. */
const DEFAULT_SESSION_TOKEN_SECONDS = 43_200;

/** The path of roles that a person's own IAM user assumes. */
export const isSessionTokenGrant = ({ via }: Grant): boolean => via === "session-token";

/** Whether the portal offers sessions for IAM users at all. */
export const offersSessionTokens = ({ portal }: LoadedConfig): boolean => portal.iamUserSessions;

/** What bounds a session of the person's own IAM user, or of a role by it. Seconds. */
export function sessionTokenCeilings(portal: Portal, caller: Caller, grant: Grant | null) {
  // A long-term key is a first hop: not chained.
  if (grant !== null)
    return { ...roleCeilings(portal, caller, grant, false), roleDefaultSeconds: grant.defaultDurationSeconds };
  return {
    // There is no role, so the path's own limit is the one to name.
    roleMaxSeconds: Number.POSITIVE_INFINITY,
    pathMaxSeconds: MAX_SESSION_TOKEN_SECONDS,
    portalSessionRemainingSeconds: portalSessionRemaining(portal, caller),
    roleDefaultSeconds: DEFAULT_SESSION_TOKEN_SECONDS,
  };
}
