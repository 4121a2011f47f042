import type { Partition } from "#lib/aws/partition";
import type { ForcedScope } from "#lib/session-policy/scope";

/** How long a session may be, and what keeps it from being longer. Seconds. */
export type OfferedDuration = {
  readonly maxSeconds: number;
  readonly defaultSeconds: number;
  readonly limitedBy: "role" | "path" | "session";
};

/** A role that the person's own IAM user may assume. */
export type OfferedRole = OfferedDuration & {
  readonly accountId: string;
  readonly accountName: string;
  /** May hold the path: `team/Developer`. */
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
  /** What the person is asked for besides; `pattern` is a glob that it has to match, `tag` the session tag that it becomes. */
  readonly reason: {
    readonly label: string;
    readonly required: boolean;
    readonly pattern: string | null;
    readonly tag: string;
  } | null;
  /** What goes with every session of the portal's: the configured inline policy, and what is forced on everybody. */
  readonly policy: string | null;
  readonly forcedScope: ForcedScope;
};

/** What the page offers, as the server hands it over. Nothing of it is secret. */
export type SessionOffer = {
  readonly user: OfferedDuration;
  readonly roles: readonly OfferedRole[];
  readonly partition: Partition;
  readonly partitions: readonly { readonly id: Partition; readonly name: string; readonly region: string }[];
  /** Null: AWS's own. */
  readonly stsEndpoint: string | null;
  /** The person's own, as the portal sees it, and whether one that AWS never sees may be put into a policy. */
  readonly address: string | null;
  readonly allowsPrivateAddress: boolean;
};
