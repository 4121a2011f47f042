import "server-only";
import type { Grant } from "#lib/access/resolve-grants";
import type { LoadedConfig } from "#lib/config/load";
import type { Caller } from "#lib/identity";
import type { Portal } from "./portal";
import { MAX_SESSION_TOKEN_SECONDS } from "./session-token-request";

/** STS API Reference, GetSessionToken: 12 hours when it is not said. A role gets its own default. */
const DEFAULT_SESSION_TOKEN_SECONDS = 43_200;
/** An IAM user's long-term key is a first hop, so a role's own maximum rules, which IAM bounds at 12 hours. */
const MAX_ROLE_SECONDS = 43_200;

/** The path of roles that a person's own IAM user assumes. */
export const isSessionTokenGrant = ({ via }: Grant): boolean => via === "session-token";

/** Whether the portal offers sessions for IAM users at all. */
export const offersSessionTokens = ({ portal }: LoadedConfig): boolean => portal.iamUserSessions;

/** What bounds a session of the person's own IAM user, or of a role by it. Seconds. */
export function sessionTokenCeilings(portal: Portal, caller: Caller, grant: Grant | null) {
  const remainingMs = caller.session.expiresAt.getTime() - portal.now().getTime();
  return {
    // Where there is no role, the path's own limit is the one to name.
    roleMaxSeconds: grant?.maxDurationSeconds ?? Number.POSITIVE_INFINITY,
    pathMaxSeconds: grant === null ? MAX_SESSION_TOKEN_SECONDS : MAX_ROLE_SECONDS,
    portalSessionRemainingSeconds: portal.config.portal.capCredentialsToSession ? Math.floor(remainingMs / 1000) : null,
    roleDefaultSeconds: grant === null ? DEFAULT_SESSION_TOKEN_SECONDS : grant.defaultDurationSeconds,
  };
}
