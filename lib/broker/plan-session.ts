import "server-only";
import type { Grant } from "#lib/access/resolve-grants";
import { resolveSessionAttributes, type SessionAttributes } from "#lib/access/session-attributes";
import { type ResolvedDuration, resolveDuration } from "#lib/aws/duration";
import type { Caller } from "#lib/identity";
import { err, ok, type Result } from "#lib/result";
import type { Scope } from "#lib/session-policy/scope";
import { findOwnPrincipal, type OwnPrincipal } from "#lib/sts/own-principal";
import { carriedAttributes, carriesTags } from "./carried-attributes";
import { isChained, roleCeilings } from "./duration-limits";
import { checkMfaCode } from "./mfa-code";
import { ownSessionName } from "./own-session-name";
import type { Portal } from "./portal";
import { resolveReason } from "./reason";
import type { Refusal } from "./refusal";
import { regionOf } from "./region-of";
import { resolveScope } from "./resolve-scope";
import { sessionNameLimit } from "./session-name-limit";

/** What somebody asks for: a role by name, and how. */
export type RoleRequest = {
  readonly accountId: string;
  readonly roleName: string;
  readonly durationSeconds?: number | undefined;
  /** What the person narrows the session to. */
  readonly scope?: Scope | undefined;
  readonly reason?: string | undefined;
  /** Six digits of the role's MFA device. Sent to AWS once and kept nowhere. */
  readonly mfaCode?: string | undefined;
};

/** Everything about the call that is decided before anything is signed or sent. */
export type SessionPlan = {
  readonly grant: Grant;
  readonly region: string;
  readonly duration: ResolvedDuration;
  readonly attributes: SessionAttributes;
  /** The inline session policy as JSON, and what it narrows in words. */
  readonly policy: string | null;
  readonly presets: readonly string[];
  readonly reason: string | null;
  readonly mfaCode: string | null;
  /** Who signs, on the paths that are signed. */
  readonly principal: OwnPrincipal | null;
  /** AWS counts it as role chaining. */
  readonly chained: boolean;
};

type Principal = Result<OwnPrincipal | null, Refusal>;

/** Whose keys each path is signed with: none, or the portal's own. */
const SIGNED: Record<Grant["via"], "nobody" | "principal" | "user"> = {
  "portal-oidc": "nobody",
  "portal-saml": "nobody",
  "idp-oidc": "nobody",
  "idp-saml": "nobody",
  "assume-role": "principal",
  "federation-token": "user",
  "session-token": "nobody",
};

/** GetFederationToken takes an IAM user's long-term key only (STS API Reference). */
async function findPrincipal(portal: Portal, grant: Grant): Promise<Principal> {
  if (SIGNED[grant.via] === "nobody") return ok(null);
  const principal = await findOwnPrincipal(portal.now().getTime());
  if (principal === null) return err({ code: "portal_principal_missing" });
  return SIGNED[grant.via] === "user" && principal.isTemporary
    ? err({ code: "portal_principal_not_user" })
    : ok(principal);
}

/** What the templates say, and the person's reason as one more tag where the path sends any. The name is theirs alone. */
export async function resolveAttributes(
  portal: Portal,
  caller: Caller,
  grant: Grant,
  reason: string | null,
): Promise<Result<SessionAttributes, Refusal>> {
  const { identity } = caller.session;
  const maxNameLength = sessionNameLimit(grant);
  const given = grant.reason === null || reason === null || !carriesTags(grant) ? {} : { [grant.reason.tag]: reason };
  const attributes = resolveSessionAttributes(carriedAttributes(grant), identity, {
    maxNameLength,
    furtherTags: given,
  });
  // An assertion of the IdP's own brings the name that it has.
  if (!attributes.ok || grant.via === "idp-saml") return attributes;
  const roleSessionName = await ownSessionName(portal, attributes.value.roleSessionName, identity, maxNameLength);
  return ok({ ...attributes.value, roleSessionName });
}

/** Decides everything before a proof is made or AWS is asked; refuses what AWS would refuse, naming the field. */
export async function planSession(
  portal: Portal,
  caller: Caller,
  grant: Grant,
  request: RoleRequest,
): Promise<Result<SessionPlan, Refusal>> {
  if (grant.via === "session-token") return err({ code: "iam_user_needed" });
  const principal = await findPrincipal(portal, grant);
  if (!principal.ok) return principal;
  const chained = isChained(grant, principal.value);
  const duration = resolveDuration({
    ...roleCeilings(portal, caller, grant, chained),
    requestedSeconds: request.durationSeconds,
    roleDefaultSeconds: grant.defaultDurationSeconds,
  });
  if (!duration.ok) return err({ code: duration.error });
  const reason = resolveReason(grant.reason, request.reason);
  if (!reason.ok) return reason;
  const mfaCode = checkMfaCode(grant, request.mfaCode);
  if (!mfaCode.ok) return mfaCode;
  const attributes = await resolveAttributes(portal, caller, grant, reason.value);
  if (!attributes.ok) return attributes;
  const scope = resolveScope(portal, caller, grant, { scope: request.scope, ...duration.value });
  if (!scope.ok) return scope;
  return ok({
    grant,
    region: regionOf(portal.config, grant),
    duration: duration.value,
    attributes: attributes.value,
    policy: scope.value.policy,
    presets: scope.value.presets,
    reason: reason.value,
    mfaCode: mfaCode.value,
    principal: principal.value,
    chained,
  });
}
