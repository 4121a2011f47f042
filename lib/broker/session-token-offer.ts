import "server-only";
import { type Grant, resolveGrants } from "#lib/access/resolve-grants";
import { MIN_DURATION_SECONDS, type ResolvedDuration, resolveDuration } from "#lib/aws/duration";
import { type Partition, partitionOfRegion, partitionRow } from "#lib/aws/partition";
import type { Caller } from "#lib/identity";
import type { ForcedScope } from "#lib/session-policy/scope";
import { resolveAttributes } from "./plan-session";
import { currentPortal, type Portal } from "./portal";
import { regionOf } from "./region-of";
import { allowsPrivateAddress } from "./resolve-scope";
import { isSessionTokenGrant, offersSessionTokens, sessionTokenCeilings } from "./session-token-limits";

/** How long a session may be, and what keeps it from being longer. Seconds. */
export type OfferedDuration = {
  readonly maxSeconds: number;
  readonly defaultSeconds: number;
  readonly limitedBy: ResolvedDuration["limitedBy"];
};

export type OfferedReason = {
  readonly label: string;
  readonly required: boolean;
  readonly pattern: string | null;
  /** The session tag that it becomes. */
  readonly tag: string;
};

/** What a command on the person's own machine says of the role: the same that the portal would. */
export type OfferedRole = OfferedDuration & {
  readonly accountId: string;
  readonly accountName: string;
  readonly roleName: string;
  readonly description: string | null;
  readonly partition: Partition;
  readonly region: string;
  readonly roleArn: string;
  readonly roleSessionName: string;
  readonly sourceIdentity: string | null;
  readonly tags: readonly { readonly key: string; readonly value: string }[];
  readonly transitiveTagKeys: readonly string[];
  readonly policyArns: readonly string[];
  readonly externalId: string | null;
  /** What the person is asked for besides; `pattern` is a glob that it has to match. */
  readonly reason: OfferedReason | null;
  /** What goes with every session of the portal's: the configured inline policy, and what is forced on everybody. */
  readonly policy: string | null;
  readonly forcedScope: ForcedScope;
};

export type OfferedPartition = {
  readonly id: Partition;
  readonly name: string;
  readonly region: string;
};

/** What the page for IAM users offers this person now. */
export type SessionTokenOffer = {
  readonly user: OfferedDuration;
  readonly roles: readonly OfferedRole[];
  readonly partition: Partition;
  readonly partitions: readonly OfferedPartition[];
  /** Where STS is, when the portal was told another place than AWS's own. */
  readonly stsEndpoint: string | null;
  /** The person's own, as the portal sees it, and whether one that AWS never sees may be put into a policy. */
  readonly address: string | null;
  readonly allowsPrivateAddress: boolean;
};

function findDuration(portal: Portal, caller: Caller, grant: Grant | null): OfferedDuration {
  const duration = resolveDuration(sessionTokenCeilings(portal, caller, grant));
  // A sign-in in its last minutes: the page is still shown, and asking says what to do.
  if (!duration.ok)
    return { maxSeconds: MIN_DURATION_SECONDS, defaultSeconds: MIN_DURATION_SECONDS, limitedBy: "session" };
  const { maxSeconds, durationSeconds, limitedBy } = duration.value;
  return { maxSeconds, defaultSeconds: durationSeconds, limitedBy };
}

/** Null for a role whose tags or names this person's sign-in cannot fill: asking for it would be refused. */
async function offerRole(portal: Portal, caller: Caller, grant: Grant): Promise<OfferedRole | null> {
  const attributes = await resolveAttributes(portal, caller, grant, null);
  if (!attributes.ok) return null;
  const { reason } = grant;
  const { accountId, accountName, roleName, roleArn, description, partition, policyArns, externalId } = grant;
  return {
    ...findDuration(portal, caller, grant),
    ...attributes.value,
    ...{ accountId, accountName, roleName, roleArn, description, partition, policyArns, externalId },
    region: regionOf(portal.config, grant),
    reason: reason === null ? null : { ...reason, pattern: reason.pattern ?? null },
    policy: grant.policy,
    forcedScope: grant.scope ?? {},
  };
}

function listPartitions({ config }: Portal): readonly OfferedPartition[] {
  const ids: readonly Partition[] = ["aws", "aws-cn", "aws-us-gov", "aws-eusc"];
  return ids.map((id) => ({
    id,
    name: partitionRow(id).name,
    region: regionOf(config, { region: null, partition: id }),
  }));
}

/** Null when the portal does not offer it. The roles are the person's own, resolved now. */
export async function offerSessionToken(caller: Caller): Promise<SessionTokenOffer | null> {
  const portal = await currentPortal();
  if (!offersSessionTokens(portal.config)) return null;
  const held = resolveGrants(portal.access, caller.session.identity).filter(isSessionTokenGrant);
  const { region, endpoints } = portal.config.aws;
  const roles = await Promise.all(held.map((grant) => offerRole(portal, caller, grant)));
  return {
    user: findDuration(portal, caller, null),
    roles: roles.filter((role) => role !== null),
    partition: partitionOfRegion(region),
    partitions: listPartitions(portal),
    stsEndpoint: endpoints.sts ?? null,
    address: caller.address,
    allowsPrivateAddress: allowsPrivateAddress(portal),
  };
}
