import "server-only";
import { buildAssumedRoleArn, parseRoleArn } from "#lib/aws/arn";
import { whoSigns } from "#lib/sts/who-signs";
import type { TrustRequest } from "#lib/trust/request";
import type { SessionPlan } from "./plan-session";
import type { Portal } from "./portal";
import { targetOf } from "./sts-route";

type Principal = Pick<TrustRequest, "caller" | "context"> & { readonly isTemporary: boolean };

/** Who the portal is, is worth a short wait: an explanation lacks it otherwise. Milliseconds. */
const WHO_AM_I_MS = 1_500;

/** A role's session also answers to the role's ARN, which `assumed-role/NAME/SESSION` tells but for the path. */
function listNames(arn: string, userId: string): string[] {
  const [, partition, accountId, roleName] = /^arn:([a-z-]+):sts::(\d{12}):assumed-role\/([^/]+)\//.exec(arn) ?? [];
  return [arn, ...(roleName === undefined ? [] : [`arn:${partition}:iam::${accountId}:role/${roleName}`]), userId];
}

/** The portal's own principal, as STS says it is. */
async function findOwn(portal: Portal, { principal, region }: SessionPlan): Promise<Principal | null> {
  if (principal === null) return null;
  const target = { ...targetOf(portal, region), requestTimeoutMs: WHO_AM_I_MS };
  const own = await whoSigns(principal.signer, target);
  if (own === null) return null;
  return {
    caller: { kind: "AWS", accountId: own.accountId, arns: listNames(own.arn, own.userId) },
    context: {
      "aws:PrincipalType": [principal.isTemporary ? "AssumedRole" : "User"],
      "aws:userid": [own.userId],
      ...(own.arn.includes(":user/") ? { "aws:username": [own.arn.slice(own.arn.lastIndexOf("/") + 1)] } : {}),
    },
    isTemporary: principal.isTemporary,
  };
}

/** The hub's session, which knocks at the role itself. */
function findHub({ grant, attributes }: SessionPlan): Principal | null {
  const hub = grant.hubRole === null ? null : parseRoleArn(grant.hubRole);
  if (hub === null || !hub.ok) return null;
  const { partition, accountId, roleName, arn } = hub.value;
  const session = buildAssumedRoleArn({ partition, accountId, roleName, sessionName: attributes.roleSessionName });
  const inherited = attributes.tags.filter(({ key }) => attributes.transitiveTagKeys.includes(key));
  return {
    caller: { kind: "AWS", accountId, arns: [session, arn] },
    context: {
      "aws:PrincipalType": ["AssumedRole"],
      ...(attributes.sourceIdentity === null ? {} : { "aws:SourceIdentity": [attributes.sourceIdentity] }),
      ...Object.fromEntries(inherited.map(({ key, value }) => [`aws:PrincipalTag/${key}`, [value]])),
    },
    isTemporary: true,
  };
}

/** There with temporary credentials and with a code; a long-term key alone has none (IAM User Guide, reference_policies_condition-keys). */
function mfaKeys(hasCode: boolean, isTemporary: boolean): TrustRequest["context"] {
  if (hasCode) return { "aws:MultiFactorAuthPresent": ["true"], "aws:MultiFactorAuthAge": ["0"] };
  return isTemporary ? { "aws:MultiFactorAuthPresent": ["false"] } : {};
}

const externalIdKeys = (externalId: string | null): TrustRequest["context"] =>
  externalId === null ? {} : { "sts:ExternalId": [externalId] };

/** AssumeRole as `own-principal-proofs` makes it: of the role itself, or with `atHub` of the hub on the way there. */
export async function describeOwnCall(portal: Portal, plan: SessionPlan, atHub: boolean): Promise<TrustRequest | null> {
  const { grant, attributes, mfaCode } = plan;
  const isFirstHop = atHub || grant.hubRole === null;
  const principal = isFirstHop ? await findOwn(portal, plan) : findHub(plan);
  if (principal === null) return null;
  const isTransitive = (key: string) => attributes.transitiveTagKeys.includes(key);
  const hasCode = isFirstHop && grant.mfaSerial !== null && mfaCode !== null;
  return {
    action: "sts:AssumeRole",
    caller: principal.caller,
    // Behind the hub, AWS counts inherited transitive tags among the request's.
    sessionTags: atHub ? attributes.tags.filter(({ key }) => isTransitive(key)) : attributes.tags,
    transitiveTagKeys: attributes.transitiveTagKeys,
    sourceIdentity: attributes.sourceIdentity,
    context: {
      ...principal.context,
      ...externalIdKeys(atHub ? grant.hubExternalId : grant.externalId),
      ...mfaKeys(hasCode, principal.isTemporary),
    },
  };
}
