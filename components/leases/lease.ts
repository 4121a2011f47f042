import type { KnownUserAgent } from "#lib/audit/user-agent";

/** A live lease, as its person reads it. */
export type Lease = {
  readonly id: string;
  readonly name: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly roleName: string;
  /** Whether the person holds the role still; it gets nothing otherwise. */
  readonly isHeld: boolean;
  /** ISO 8601, as are all times here. */
  readonly madeAt: string;
  readonly endsAt: string;
  readonly uses: number;
  readonly lastUsedAt: string | null;
  readonly lastAddress: string | null;
  readonly lastProgram: KnownUserAgent | null;
};

/** A role that can be leased. */
export type LeasableRole = {
  readonly accountId: string;
  readonly accountName: string;
  readonly roleName: string;
  /** What it asks for once; absent for most. */
  readonly reason?: { readonly label: string; readonly required: boolean; readonly pattern: string | null };
};

/** What the person can lease, and on which terms. */
export type LeaseOffer = {
  readonly url: string;
  readonly roles: readonly LeasableRole[];
  /** Roles of theirs that cannot be leased. */
  readonly unsuited: number;
  readonly maxPerPerson: number;
  readonly maxSeconds: number;
  /** Whether the longest life is the sign-in's. */
  readonly endsWithSignIn: boolean;
  readonly outlivesSession: boolean;
  readonly networks: readonly string[];
};

/** The lease to end first when there is no room: what was not used for longest. */
export const longestUnused = (leases: readonly Lease[]): Lease | undefined =>
  [...leases].sort((a, b) => ((a.lastUsedAt ?? a.madeAt) < (b.lastUsedAt ?? b.madeAt) ? -1 : 1))[0];
