import type { PersonId } from "../idp/people";
import { DEMO_ACCOUNTS, type DemoAccount, listAccounts } from "./demo-accounts";
import { MADE_UP_ROWS, ROWS } from "./role-table";

export type DemoVia =
  | "portal-oidc"
  | "portal-saml"
  | "idp-oidc"
  | "idp-saml"
  | "assume-role"
  | "federation-token"
  | "session-token";

/** What few roles have, under the names that the portal's configuration has for it. */
export type RoleSettings = {
  readonly externalId?: string;
  readonly transitiveTags?: readonly string[];
  readonly hubRole?: string;
  readonly hubExternalId?: string;
  readonly mfaSerial?: string;
  readonly policy?: object;
  readonly scope?: { readonly readOnly: boolean };
  readonly reason?: {
    readonly required: boolean;
    readonly label: string;
    readonly pattern: string;
    readonly tag: string;
  };
};

export type DemoRole = {
  readonly account: DemoAccount;
  /** May hold a path. */
  readonly name: string;
  readonly via: DemoVia;
  readonly description: string;
  readonly maxHours: number;
  /** Who holds it, by name: what the rules in access-rules have to arrive at by another way. */
  readonly heldBy: readonly PersonId[];
  readonly settings: RoleSettings;
};

/** What each path sends of the person: their department as a tag, their address as source identity. */
export const SENT: Record<DemoVia, { readonly tags: boolean; readonly sourceIdentity: boolean }> = {
  "portal-oidc": { tags: true, sourceIdentity: true },
  "portal-saml": { tags: true, sourceIdentity: true },
  // The provider's own token says nothing to AWS; its assertions say both, and not by the portal's configuration.
  "idp-oidc": { tags: false, sourceIdentity: false },
  "idp-saml": { tags: false, sourceIdentity: false },
  "assume-role": { tags: true, sourceIdentity: true },
  "federation-token": { tags: true, sourceIdentity: false },
  "session-token": { tags: false, sourceIdentity: false },
};

/** Every role of the first `accountCount` accounts: the demo's own, or ten for each made-up account. */
export function listRoles(accountCount: number = DEMO_ACCOUNTS.length): readonly DemoRole[] {
  return listAccounts(accountCount).flatMap((account) =>
    (ROWS[account.name] ?? MADE_UP_ROWS).map(([name, via, maxHours, heldBy, description, settings = {}]) => ({
      account,
      name,
      via,
      description,
      maxHours,
      heldBy,
      settings,
    })),
  );
}
