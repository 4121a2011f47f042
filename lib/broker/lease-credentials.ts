import "server-only";
import type { Credentials } from "#lib/aws/credentials";
import { type FoundLease, findLease } from "#lib/db/leases";
import type { Caller, RequestContext } from "#lib/identity";
import { err, ok, type Result } from "#lib/result";
import { takeCredentials } from "./issue-credentials";
import { recordLease } from "./lease-audit";
import { isAskedTooOften, isGuessing, noteWrongToken } from "./lease-limits";
import { liveAt } from "./lease-terms";
import { isWithin } from "./networks";
import { noteLeaseUse } from "./note-lease-use";
import { currentPortal, type Portal } from "./portal";
import type { Refusal } from "./refusal";

export type LeasedCredentials = { readonly credentials: Credentials; readonly accountId: string };

async function findByToken(
  portal: Portal,
  context: RequestContext,
  token: string | null,
): Promise<Result<FoundLease, Refusal>> {
  if (!portal.config.portal.leases.enabled) return err({ code: "leases_off" });
  if (token === null || !/^[\w-]{43}$/.test(token)) return err({ code: "lease_unknown" });
  const found = await findLease(portal.storage.query, token, liveAt(portal));
  if (found !== null) return ok(found);
  if (await isGuessing(portal, context)) return err({ code: "lease_too_often" });
  await noteWrongToken(portal, context);
  return err({ code: "lease_unknown" });
}

/** Whoever made the lease, asking with it: what AWS gives them then ends with the lease, where it may not outlive a sign-in. */
function callerOf(portal: Portal, context: RequestContext, { id, name, expiresAt, session }: FoundLease): Caller {
  const outlives = portal.config.portal.leases.outliveSession;
  const endsAt = outlives || expiresAt < session.expiresAt ? expiresAt : session.expiresAt;
  return { ...context, session: { ...session, expiresAt: endsAt }, lease: { id, name } };
}

/** Once in its window: what goes on and on has been recorded. */
async function recordRefusal(portal: Portal, caller: Caller, lease: FoundLease, code: string): Promise<void> {
  const detail = { leaseName: lease.name, leaseId: lease.id, reason: code };
  await recordLease(portal, caller, "lease.refused", lease, detail);
}

/**
 * What a container gets for the token of its lease: credentials of that one role, as the person would get them in the browser. The
 * grant is resolved again, now. An ended lease, an expired one and a token that never was look the same.
 */
export async function issueForLease(
  context: RequestContext,
  token: string | null,
): Promise<Result<LeasedCredentials, Refusal>> {
  const portal = await currentPortal();
  const found = await findByToken(portal, context, token);
  if (!found.ok) return found;
  const lease = found.value;
  const caller = callerOf(portal, context, lease);
  const often = await isAskedTooOften(portal, lease.id);
  if (often === "first") await recordRefusal(portal, caller, lease, "lease_too_often");
  if (often !== null) return err({ code: "lease_too_often" });
  if (!isWithin(context.address, portal.config.portal.leases.networks)) {
    await recordRefusal(portal, caller, lease, "lease_network");
    return err({ code: "lease_network" });
  }
  const { accountId, roleName } = lease;
  const given = { scope: lease.scope ?? undefined, reason: lease.reason ?? undefined };
  const assumed = await takeCredentials(portal, caller, { accountId, roleName, ...given });
  if (!assumed.ok) return assumed;
  noteLeaseUse(portal, caller, lease.id);
  return ok({ credentials: assumed.value.session.credentials, accountId });
}
