import "server-only";
import type { Grant } from "#lib/access/resolve-grants";
import type { SessionAttributes } from "#lib/access/session-attributes";
import { type ResolvedDuration, resolveDuration } from "#lib/aws/duration";
import { type Partition, partitionOfRegion } from "#lib/aws/partition";
import type { Caller } from "#lib/identity";
import { err, ok, type Result } from "#lib/result";
import { findGrant } from "./find-grant";
import { resolveAttributes } from "./plan-session";
import type { Portal } from "./portal";
import { resolveReason } from "./reason";
import type { Refusal } from "./refusal";
import { regionOf } from "./region-of";
import { resolveScope } from "./resolve-scope";
import { isSessionTokenGrant, offersSessionTokens, sessionTokenCeilings } from "./session-token-limits";
import { readSessionTokenRequest, type SessionTokenAsk, type SessionTokenRequest } from "./session-token-request";

/** The role that is asked for, with what its session will carry: the configured templates resolved, the reason as a tag. */
export type PlannedRole = {
  readonly grant: Grant;
  readonly attributes: SessionAttributes;
  readonly reason: string | null;
  /** The one session policy, and what it narrows in words. */
  readonly policy: string | null;
  readonly presets: readonly string[];
};

/** Everything about the call that is decided before anything is sent. Holds the typed key: it goes nowhere but to STS. */
export type SessionTokenPlan = {
  readonly ask: SessionTokenAsk;
  /** Null: a session of the IAM user itself. */
  readonly role: PlannedRole | null;
  readonly region: string;
  readonly duration: ResolvedDuration;
};

/** The role as the person holds it now; null where none is asked for. Roles of other paths are none here. */
function findRole(portal: Portal, caller: Caller, { role }: SessionTokenRequest): Result<Grant | null, Refusal> {
  if (role === undefined) return ok(null);
  const grant = findGrant(portal, caller, role);
  return grant !== null && isSessionTokenGrant(grant) ? ok(grant) : err({ code: "role_not_granted" });
}

function findDuration(portal: Portal, caller: Caller, ask: SessionTokenAsk, grant: Grant | null) {
  const ceilings = sessionTokenCeilings(portal, caller, grant);
  const requestedSeconds = ask.durationSeconds;
  const longest = Math.min(ceilings.roleMaxSeconds, ceilings.pathMaxSeconds);
  // More than the role allows is the person's mistake; more than their sign-in has left is the clock's.
  if (requestedSeconds !== undefined && requestedSeconds > longest) return err("duration_out_of_range" as const);
  return resolveDuration({ ...ceilings, requestedSeconds });
}

function findPartition(portal: Portal, ask: SessionTokenAsk, grant: Grant | null): Result<Partition, Refusal> {
  const named = [grant?.partition ?? null, ask.device.partition, ask.partition ?? null].filter((one) => one !== null);
  const [first = partitionOfRegion(portal.config.aws.region)] = named;
  return named.every((one) => one === first) ? ok(first) : err({ code: "mfa_device_partition" });
}

async function planRole(
  portal: Portal,
  caller: Caller,
  grant: Grant,
  asked: { readonly body: SessionTokenRequest; readonly durationSeconds: number },
): Promise<Result<PlannedRole, Refusal>> {
  const reason = resolveReason(grant.reason, asked.body.reason);
  if (!reason.ok) return reason;
  const attributes = await resolveAttributes(portal, caller, grant, reason.value);
  if (!attributes.ok) return attributes;
  const { durationSeconds } = asked;
  const scope = resolveScope(portal, caller, grant, { scope: asked.body.scope, durationSeconds });
  if (!scope.ok) return scope;
  const { policy, presets } = scope.value;
  return ok({ grant, attributes: attributes.value, reason: reason.value, policy, presets });
}

/** From what was typed to a call that can be made, or the first thing that is wrong with it. */
export async function planSessionToken(
  portal: Portal,
  caller: Caller,
  body: SessionTokenRequest,
): Promise<Result<SessionTokenPlan, Refusal>> {
  if (!offersSessionTokens(portal.config)) return err({ code: "iam_user_sessions_off" });
  const found = findRole(portal, caller, body);
  if (!found.ok) return found;
  const grant = found.value;
  const ask = readSessionTokenRequest(body);
  if (!ask.ok) return err({ code: ask.error });
  const partition = findPartition(portal, ask.value, grant);
  if (!partition.ok) return partition;
  const duration = findDuration(portal, caller, ask.value, grant);
  if (!duration.ok) return err({ code: duration.error });
  const region = regionOf(portal.config, grant ?? { region: null, partition: partition.value });
  const plan = { ask: ask.value, region, duration: duration.value };
  if (grant === null) return ok({ ...plan, role: null });
  const role = await planRole(portal, caller, grant, { body, durationSeconds: plan.duration.durationSeconds });
  return role.ok ? ok({ ...plan, role: role.value }) : role;
}
