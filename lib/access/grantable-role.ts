import { buildRoleArn, type RoleArn } from "#lib/aws/arn";
import type { Partition } from "#lib/aws/partition";
import type { Via } from "#lib/config/access-schema";
import type { ForcedScope, ReasonConfig } from "#lib/config/session-schema";
import type { DeclaredAccount, DeclaredRole } from "./declared-access";

/** A role that a rule may give: everything there is to know before anyone asks for it. */
export type GrantableRole = {
  readonly accountId: string;
  readonly accountName: string;
  readonly labels: Readonly<Record<string, string>>;
  /** The account's own; `null` leaves it to the portal's. */
  readonly region: string | null;
  readonly partition: Partition;
  /** May hold a path: `team/Developer`. */
  readonly roleName: string;
  readonly roleArn: RoleArn;
  readonly via: Via;
  /** IAM provider in that account: OIDC host and path, or SAML provider name; null where the path has none. */
  readonly provider: string | null;
  /** Whose token or assertion is used, for the paths that use the person's own. */
  readonly idp: string | null;
  readonly description: string | null;
  readonly maxDurationSeconds: number;
  readonly defaultDurationSeconds: number | null;
  /** Templates as configured; see session-attributes. */
  readonly sessionName: string | null;
  readonly sourceIdentity: string | null;
  readonly tags: Readonly<Record<string, string>>;
  readonly transitiveTags: readonly string[];
  readonly policyArns: readonly string[];
  /** Inline session policy as JSON, as configured. */
  readonly policy: string | null;
  /** What every session is narrowed to. */
  readonly scope: ForcedScope | null;
  readonly reason: ReasonConfig | null;
  readonly externalId: string | null;
  readonly hubRole: string | null;
  readonly hubExternalId: string | null;
  readonly mfaSerial: string | null;
  /** Nobody's yet, until a rule gives it. Here already, since filling a field in is many times faster than adding one. */
  readonly grantedBy: readonly string[];
};

export function toGrantableRole(account: DeclaredAccount, role: DeclaredRole): GrantableRole {
  return {
    accountId: account.id,
    accountName: account.name,
    labels: account.labels,
    region: account.region ?? null,
    partition: account.partition,
    roleName: role.name,
    roleArn: buildRoleArn({ partition: account.partition, accountId: account.id, roleName: role.name }),
    via: role.via,
    provider: role.provider,
    idp: role.idp ?? null,
    description: role.description ?? null,
    maxDurationSeconds: role.maxDuration,
    defaultDurationSeconds: role.defaultDuration ?? null,
    sessionName: role.sessionName ?? null,
    sourceIdentity: role.sourceIdentity ?? null,
    tags: role.tags,
    transitiveTags: role.transitiveTags,
    policyArns: role.policyArns,
    policy: role.policy ?? null,
    scope: role.scope ?? null,
    reason: role.reason ?? null,
    externalId: role.externalId ?? null,
    hubRole: role.hubRole ?? null,
    hubExternalId: role.hubExternalId ?? null,
    mfaSerial: role.mfaSerial ?? null,
    grantedBy: [],
  };
}
