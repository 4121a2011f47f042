import type { Partition } from "#lib/aws/partition";
import type { AccountConfig, RoleConfig, RuleConfig } from "#lib/config/access-schema";

/** A role of the configuration, its defaults filled in: through which IAM provider and whose token it is reached. */
export type DeclaredRole = Omit<RoleConfig, "provider" | "idp"> & {
  readonly provider: string | null;
  readonly idp?: string | null | undefined;
};

export type DeclaredAccount = Omit<AccountConfig, "partition" | "roles"> & {
  readonly partition: Partition;
  readonly roles: readonly DeclaredRole[];
};

/** What is declared, in the file and in the portal alike: accounts with their roles, and the rules that give them out. */
export type DeclaredAccess = {
  readonly accounts: readonly DeclaredAccount[];
  readonly rules: readonly RuleConfig[];
};
