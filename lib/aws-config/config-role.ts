/** What a profile is made of. */
export type ConfigRole = {
  readonly accountId: string;
  readonly accountName: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly region: string;
  /** May hold a path: `team/Developer`. */
  readonly roleName: string;
};

export type ConfigAccount = Omit<ConfigRole, "roleName" | "accountId" | "accountName"> & {
  readonly id: string;
  readonly name: string;
  readonly roleNames: readonly string[];
};

/** Names a role among all. */
export const roleKeyOf = ({ accountId, roleName }: { readonly accountId: string; readonly roleName: string }): string =>
  `${accountId}/${roleName}`;

/**
 * Whether every reader of the file would read this role's name back. IAM allows all of U+0021 to U+007E in a path; the AWS SDK for
 * JavaScript takes what stands behind a `#` or `;` for a comment.
 */
export const isWritable = (roleName: string): boolean => /^[^\s#;"'\p{Cc}][^\s\p{Cc}]*$/u.test(roleName);
