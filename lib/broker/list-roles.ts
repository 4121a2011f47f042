import "server-only";
import type { Grant } from "#lib/access/resolve-grants";
import { MIN_DURATION_SECONDS, resolveDuration } from "#lib/aws/duration";
import { findRememberedScopes } from "#lib/db/remembered-scopes";
import type { Caller } from "#lib/identity";
import type { Scope } from "#lib/session-policy/scope";
import { findOwnPrincipal, type OwnPrincipal } from "#lib/sts/own-principal";
import { isChained, roleCeilings } from "./duration-limits";
import { offeredGrants } from "./offered-grants";
import { currentPortal, type Portal } from "./portal";
import { regionOf } from "./region-of";
import { listAsks, type RoleAsks } from "./role-asks";
import { keyOf } from "./role-key";

export type ListedRole = {
  readonly roleName: string;
  readonly roleArn: string;
  readonly description: string | null;
  readonly via: Grant["via"];
  readonly maxDurationSeconds: number;
  readonly defaultDurationSeconds: number;
  readonly limitedBy: "role" | "path" | "session";
  /** Limited by the path because the portal is itself a role: role chaining ends after an hour. */
  readonly isChained?: true;
  /** Null: nothing. */
  readonly asks: RoleAsks | null;
};

export type ListedAccount = {
  readonly accountId: string;
  readonly accountName: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly region: string;
  readonly roles: readonly ListedRole[];
};

type Known = { readonly principal: OwnPrincipal | null; readonly remembered: ReadonlyMap<string, Scope> };

async function findRemembered(portal: Portal, caller: Caller): Promise<ReadonlyMap<string, Scope>> {
  const scopes = await findRememberedScopes(portal.storage.db, caller.session.identity);
  return new Map(scopes.map((one) => [keyOf(one), one.scope]));
}

function toListedRole(portal: Portal, caller: Caller, grant: Grant, { principal, remembered }: Known): ListedRole {
  const chained = isChained(grant, principal);
  const ceilings = roleCeilings(portal, caller, grant, chained);
  const duration = resolveDuration({ ...ceilings, roleDefaultSeconds: grant.defaultDurationSeconds });
  const { roleName, roleArn, description, via } = grant;
  // A sign-in in its last minutes: the role is still shown, and asking says what to do.
  const resolved = duration.ok
    ? duration.value
    : { durationSeconds: MIN_DURATION_SECONDS, maxSeconds: MIN_DURATION_SECONDS, limitedBy: "session" as const };
  return {
    roleName,
    roleArn,
    description,
    via,
    maxDurationSeconds: resolved.maxSeconds,
    defaultDurationSeconds: resolved.durationSeconds,
    limitedBy: resolved.limitedBy,
    ...(chained && resolved.limitedBy === "path" ? { isChained: true } : {}),
    asks: listAsks(grant, remembered.get(keyOf(grant)) ?? null),
  };
}

/** Roles of the caller's, as the list shows them. */
export async function describeRoles(
  portal: Portal,
  caller: Caller,
  grants: readonly Grant[],
): Promise<readonly ListedRole[]> {
  // What the portal itself is decides how long its sessions may last; nobody else's page waits for that.
  const isSigned = grants.some(({ via }) => via === "assume-role");
  const principal = isSigned ? await findOwnPrincipal(portal.now().getTime()) : null;
  const known = { principal, remembered: await findRemembered(portal, caller) };
  return grants.map((grant) => toListedRole(portal, caller, grant, known));
}

/** The accounts and roles that the caller holds now, by account name and role name. */
export async function listRoles(caller: Caller): Promise<readonly ListedAccount[]> {
  const portal = await currentPortal();
  const accounts = new Map<string, ListedAccount & { roles: ListedRole[] }>();
  const grants = offeredGrants(portal, caller);
  const roles = await describeRoles(portal, caller, grants);
  for (const [at, grant] of grants.entries()) {
    const role = roles[at];
    if (role === undefined) continue;
    const { accountId, accountName, labels } = grant;
    const account = accounts.get(accountId) ?? {
      accountId,
      accountName,
      labels,
      region: regionOf(portal.config, grant),
      roles: [],
    };
    account.roles.push(role);
    accounts.set(accountId, account);
  }
  return [...accounts.values()];
}
