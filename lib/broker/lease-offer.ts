import "server-only";
import type { Grant } from "#lib/access/resolve-grants";
import { MIN_DURATION_SECONDS } from "#lib/aws/duration";
import type { Caller } from "#lib/identity";
import { leaseAddress, leaseLife } from "./lease-terms";
import { canBeLeased } from "./make-lease";
import { offeredGrants } from "./offered-grants";
import { currentPortal } from "./portal";

const describeRole = ({ accountId, accountName, roleName, reason }: Grant) => ({
  accountId,
  accountName,
  roleName,
  ...(reason === null
    ? {}
    : { reason: { label: reason.label, required: reason.required, pattern: reason.pattern ?? null } }),
});

/** What the caller can lease, and on which terms; null where the portal offers no leases. */
export async function offerLease(caller: Caller) {
  const portal = await currentPortal();
  const { enabled, maxPerPerson, maxDuration, outliveSession, networks } = portal.config.portal.leases;
  if (!enabled) return null;
  const grants = offeredGrants(portal, caller);
  const life = leaseLife(portal, caller);
  const leasable = grants.filter(canBeLeased);
  return {
    url: leaseAddress(portal),
    roles: leasable.map(describeRole),
    /** Held, but each session of theirs needs the person. */
    unsuited: grants.length - leasable.length,
    maxPerPerson,
    maxSeconds: Math.max(MIN_DURATION_SECONDS, life),
    endsWithSignIn: life < maxDuration,
    outlivesSession: outliveSession,
    networks,
  };
}
