import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Grant } from "#lib/access/resolve-grants";
import type { AuditDetail } from "#lib/audit/event";
import { MIN_DURATION_SECONDS } from "#lib/aws/duration";
import { saveLease } from "#lib/db/leases";
import { newReference } from "#lib/db/sealed";
import type { Caller } from "#lib/identity";
import { err, ok, type Result } from "#lib/result";
import { isUnscoped } from "#lib/session-policy/is-unscoped";
import { toRemembered } from "#lib/session-policy/remembered-scope";
import { findGrant } from "./find-grant";
import { inSeconds } from "./in-seconds";
import { roleKeyFields } from "./issue-credentials";
import { recordLease } from "./lease-audit";
import { leaseAddress, leaseLife, liveAt } from "./lease-terms";
import { PLAIN_TEXT } from "./plain-text";
import { planSession } from "./plan-session";
import { currentPortal, type Portal } from "./portal";
import type { Refusal } from "./refusal";
import { regionOf } from "./region-of";
import { sessionFields } from "./role-request";

/** The body of POST /api/leases. A longer life than the portal allows is cut to what it allows. */
export const leaseRequest = z.strictObject({
  ...roleKeyFields,
  name: z.string().trim().min(1).max(60).regex(PLAIN_TEXT),
  durationSeconds: z.int().min(MIN_DURATION_SECONDS).max(604_800),
  reason: sessionFields.reason,
  scope: sessionFields.scope,
});

type LeaseRequest = z.output<typeof leaseRequest>;

/** A lease as the API answers it, once: the token is kept nowhere. */
export type MadeLease = {
  readonly id: string;
  readonly name: string;
  readonly token: string;
  /** What AWS_CONTAINER_CREDENTIALS_FULL_URI is set to. */
  readonly url: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly roleName: string;
  readonly region: string;
  readonly expiresAt: string;
};

/**
 * Paths on which each session needs the person: a fresh assertion or ID token of theirs, a key that they type, a code of a device.
 * Where a role asks for a reason, the one that is given with the lease goes with each of its sessions.
 */
const NEEDS_PERSON: ReadonlySet<Grant["via"]> = new Set(["idp-saml", "idp-oidc", "session-token"]);

export const canBeLeased = ({ via, mfaSerial }: Grant): boolean => !NEEDS_PERSON.has(via) && mfaSerial === null;

/** Finds what its first use would be refused for, now, while somebody reads it. */
async function checkRole(portal: Portal, caller: Caller, asked: LeaseRequest): Promise<Result<Grant, Refusal>> {
  if (!portal.config.portal.leases.enabled) return err({ code: "leases_off" });
  const { accountId, roleName, reason } = asked;
  const grant = findGrant(portal, caller, asked);
  if (grant === null) return err({ code: "role_not_granted" });
  if (!canBeLeased(grant)) return err({ code: "lease_unsuited" });
  const scope = toRemembered(asked.scope ?? {});
  const plan = await planSession(portal, caller, grant, { accountId, roleName, reason, scope });
  return plan.ok ? ok(plan.value.grant) : plan;
}

/** Keeps a lease for a role that can be leased. Null: its person has enough of them. */
async function keepLease(portal: Portal, caller: Caller, asked: LeaseRequest) {
  const { accountId, roleName, name } = asked;
  const { session } = caller;
  const now = portal.now();
  const [id, token] = [randomUUID(), newReference()];
  const expiresAt = inSeconds(now, Math.min(asked.durationSeconds, leaseLife(portal, caller)));
  const scope = toRemembered(asked.scope ?? {});
  const given = { reason: asked.reason?.trim() || null, scope: isUnscoped(scope) ? null : scope };
  const row = { id, sessionId: session.id, name, accountId, roleName, ...given, createdAt: now, expiresAt };
  const limit = { ...liveAt(portal), owner: session.identity, most: portal.config.portal.leases.maxPerPerson };
  return (await saveLease(portal.storage.db, token, row, limit)) ? { id, token, expiresAt } : null;
}

/**
 * Makes a lease for a role that the caller holds now: a token with which a container or a machine renews that role's credentials
 * until the lease ends. No audit row, no token.
 */
export async function makeLease(caller: Caller, asked: LeaseRequest): Promise<Result<MadeLease, Refusal>> {
  const portal = await currentPortal();
  const { accountId, roleName, name, reason } = asked;
  const detail: AuditDetail = { leaseName: name, ...(reason === undefined ? {} : { givenReason: reason }) };
  const refuse = async (refusal: Refusal) => {
    await recordLease(portal, caller, "lease.refused", asked, { ...detail, reason: refusal.code });
    return err(refusal);
  };
  const role = await checkRole(portal, caller, asked);
  if (!role.ok) return refuse(role.error);
  const kept = await keepLease(portal, caller, asked);
  if (kept === null) return refuse({ code: "leases_full" });
  const { id, token } = kept;
  const expiresAt = kept.expiresAt.toISOString();
  const { accountName, via } = role.value;
  await recordLease(portal, caller, "lease.made", role.value, { ...detail, accountName, via, leaseId: id, expiresAt });
  const region = regionOf(portal.config, role.value);
  return ok({ id, name, token, url: leaseAddress(portal), accountId, accountName, roleName, region, expiresAt });
}
