import type { Condition } from "#lib/trust/policy";

/** One statement of a permissions policy: an identity policy, or a session policy. */
export type PermissionStatement = {
  readonly effect: "Allow" | "Deny";
  readonly actions: readonly string[];
  /** `true` for NotAction. */
  readonly exceptActions: boolean;
  readonly resources: readonly string[];
  /** `true` for NotResource. */
  readonly exceptResources: boolean;
  readonly conditions: readonly Condition[];
};

export type PermissionPolicy = {
  /** `${variables}` mean something in 2012-10-17 only. */
  readonly version: "2012-10-17" | "2008-10-17";
  readonly statements: readonly PermissionStatement[];
};

/** What a principal may do. */
export type Permissions = {
  /** Of the role or the user. */
  readonly identity: PermissionPolicy;
  /** Given with the session, a union among themselves; null when none was given, and nothing is narrowed. */
  readonly session: readonly PermissionPolicy[] | null;
};
