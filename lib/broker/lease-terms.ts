import "server-only";
import type { LiveAt } from "#lib/db/leases";
import type { Caller } from "#lib/identity";
import type { Portal } from "./portal";

/** Which leases count as live, now. */
export const liveAt = (portal: Portal): LiveAt => ({
  now: portal.now(),
  outlive: portal.config.portal.leases.outliveSession,
});

/** How long a lease may live that the caller makes now, in seconds: the sign-in ends it too, unless leases outlive theirs. */
export function leaseLife(portal: Portal, caller: Caller): number {
  const { maxDuration, outliveSession } = portal.config.portal.leases;
  const remainingMs = caller.session.expiresAt.getTime() - portal.now().getTime();
  return outliveSession ? maxDuration : Math.min(maxDuration, Math.floor(remainingMs / 1000));
}

/** Where a container asks: AWS_CONTAINER_CREDENTIALS_FULL_URI. */
export const leaseAddress = (portal: Portal): string => `${portal.config.portal.url}/api/container-credentials`;
