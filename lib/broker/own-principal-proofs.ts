import "server-only";
import type { Caller } from "#lib/identity";
import { err, ok, type Result } from "#lib/result";
import { assumeRole } from "#lib/sts/assume-role";
import { getFederationToken } from "#lib/sts/get-federation-token";
import type { StsCall } from "#lib/sts/issued-session";
import type { SessionPlan } from "./plan-session";
import type { Portal } from "./portal";
import type { Proof } from "./proofs";
import type { Refusal } from "./refusal";

const NO_POLICIES = { policy: null, policyArns: [] } as const;
/** A hub's session is only used for the next call. */
export const HUB_SECONDS = 900;

const mfaOf = ({ grant, mfaCode }: SessionPlan) =>
  grant.mfaSerial === null || mfaCode === null ? null : { serialNumber: grant.mfaSerial, tokenCode: mfaCode };

/**
 * The hub on the way to the role. It is assumed for the person: under their session name, with the source identity, which
 * AWS hands on along the chain, and with the transitive tags, which it hands on too (IAM User Guide, id_session-tags).
 */
function hubCall(plan: SessionPlan): StsCall | undefined {
  const { grant, attributes } = plan;
  if (grant.hubRole === null) return undefined;
  const isTransitive = (key: string) => attributes.transitiveTagKeys.includes(key);
  return assumeRole({
    ...NO_POLICIES,
    roleArn: grant.hubRole,
    roleSessionName: attributes.roleSessionName,
    durationSeconds: HUB_SECONDS,
    sourceIdentity: attributes.sourceIdentity,
    tags: attributes.tags.filter(({ key }) => isTransitive(key)),
    transitiveTagKeys: attributes.transitiveTagKeys,
    externalId: grant.hubExternalId,
    mfa: mfaOf(plan),
  });
}

/** What the role's own call still has to say behind a hub: passing an inherited transitive tag again is refused by STS. */
function tagsOf({ grant, attributes }: SessionPlan) {
  if (grant.hubRole === null) return { tags: attributes.tags, transitiveTagKeys: attributes.transitiveTagKeys };
  const inherited = new Set(attributes.transitiveTagKeys);
  return { tags: attributes.tags.filter(({ key }) => !inherited.has(key)), transitiveTagKeys: [] };
}

/** AssumeRole, signed by the portal's own principal, through the role's hub where it has one. */
export async function proveByOwnPrincipal(
  _portal: Portal,
  _caller: Caller,
  plan: SessionPlan,
): Promise<Result<Proof, Refusal>> {
  const { grant, attributes, duration, policy, principal } = plan;
  if (principal === null) return err({ code: "portal_principal_missing" });
  const call = assumeRole({
    roleArn: grant.roleArn,
    roleSessionName: attributes.roleSessionName,
    durationSeconds: duration.durationSeconds,
    policy,
    policyArns: grant.policyArns,
    sourceIdentity: attributes.sourceIdentity,
    ...tagsOf(plan),
    externalId: grant.externalId,
    mfa: grant.hubRole === null ? mfaOf(plan) : null,
  });
  return ok({ call, signing: { signer: principal.signer, hub: hubCall(plan) } });
}

/** GetFederationToken, signed by the portal's IAM user. */
export async function proveByOwnUser(
  _portal: Portal,
  _caller: Caller,
  plan: SessionPlan,
): Promise<Result<Proof, Refusal>> {
  const { grant, attributes, duration, policy, principal } = plan;
  if (principal === null) return err({ code: "portal_principal_missing" });
  const call = getFederationToken({
    name: attributes.roleSessionName,
    durationSeconds: duration.durationSeconds,
    policy,
    policyArns: grant.policyArns,
    tags: attributes.tags,
  });
  return ok({ call, signing: { signer: principal.signer } });
}
