import type { ForcedScope, Scope } from "#lib/session-policy/scope";

/** What a role wants to know before it is used, and what its sessions are narrowed to. */
export type RoleAsks = {
  readonly reason: { readonly label: string; readonly required: boolean; readonly pattern: string | null } | null;
  readonly mfa: boolean;
  readonly forced: ForcedScope | null;
  /** What the person chose the last time, and had kept. */
  readonly remembered: Scope | null;
  readonly policy: string | null;
  readonly policyArns: readonly string[];
  /** What a session is narrowed to when nothing else is chosen, a phrase each. */
  readonly presets: readonly string[];
};

/** One role that the person holds now. */
export type RoleItem = {
  /** May hold the path: `team/Developer`. */
  readonly roleName: string;
  readonly description: string | null;
  readonly via:
    | "portal-oidc"
    | "portal-saml"
    | "idp-oidc"
    | "idp-saml"
    | "assume-role"
    | "federation-token"
    | "session-token";
  readonly maxDurationSeconds: number;
  readonly defaultDurationSeconds: number;
  readonly limitedBy: "role" | "path" | "session";
  /** Limited by the path because the portal is itself a role there. */
  readonly isChained?: true;
  /** What it wants to know first, and what its sessions are narrowed to; null: nothing. */
  readonly asks: RoleAsks | null;
};

export type EnvironmentTone = "red" | "orange" | "amber" | "green" | "teal" | "blue" | "violet" | "grey";

/** What an account is for, and the colour that this has everywhere. */
export type Environment = { readonly name: string; readonly tone: EnvironmentTone };

/** An account and the roles in it, as the server hands them to the page. */
export type RoleView = {
  readonly accountId: string;
  readonly accountName: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly region: string;
  /** Null: its labels say none. */
  readonly environment: Environment | null;
  readonly roles: readonly RoleItem[];
};

/** A role together with its account: what the console form and the credentials dialog are about. */
export type AccountRole = { readonly account: RoleView; readonly role: RoleItem };
