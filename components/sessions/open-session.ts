import type { KnownUserAgent } from "#lib/audit/user-agent";
import type { Scope } from "#lib/session-policy/scope";
import type { Environment, RoleItem } from "../roles/role-view";

/** What the same session is asked for again with. */
export type AskAgain = {
  readonly role: RoleItem;
  readonly region: string;
  readonly consoleRegion: string;
  readonly destination: string | null;
  readonly durationSeconds: number | null;
  readonly scope: Scope;
  readonly reason: string;
};

/** Something that AWS gave and that has not expired. Times are ISO 8601. */
export type OpenSession = {
  readonly id: string;
  readonly kind: "credentials" | "console" | "iam-user";
  readonly accountId: string | null;
  readonly accountName: string | null;
  /** Null: its labels say none, or it is in the configuration no more. */
  readonly environment: Environment | null;
  readonly roleName: string;
  readonly askedAt: string;
  readonly expiresAt: string;
  readonly region: string | null;
  readonly address: string | null;
  readonly userAgent: KnownUserAgent | null;
  readonly scope: readonly string[];
  /** How many of the same that were asked for before are still good. */
  readonly earlier: number;
  readonly again: AskAgain | null;
};

/** Stays the same when it is renewed. */
export const keyOf = ({ kind, accountId, roleName, scope }: OpenSession): string =>
  [kind, accountId, roleName, ...scope].join("-").replaceAll(" ", "-");

export const accountTextOf = ({ accountName, accountId }: OpenSession): string => accountName ?? accountId ?? "AWS";
