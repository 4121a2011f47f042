import "server-only";
import type { Grant } from "#lib/access/resolve-grants";
import type { Caller } from "#lib/identity";
import { err, type Result } from "#lib/result";
import { type Page, pageOf } from "#lib/sso/page";
import type { PortalRefusal } from "#lib/sso/portal-errors";
import { offeredGrants } from "./offered-grants";
import { currentPortal, type Portal } from "./portal";

type Paging = { readonly maxResult: string | null; readonly nextToken: string | null };

const byKey = <T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] =>
  [...items].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));

/** `session-token` needs a key that somebody types for that one call. */
const listGrants = (portal: Portal, caller: Caller): readonly Grant[] =>
  offeredGrants(portal, caller).filter(({ via }) => via !== "session-token");

const accountIdOf = (account: { readonly accountId: string }) => account.accountId;
const roleNameOf = (role: { readonly roleName: string }) => role.roleName;

export type CliAccount = { readonly accountId: string; readonly accountName: string; readonly emailAddress: string };

/** ListAccounts: those in which the person holds a role now. */
export async function listCliAccounts(
  caller: Caller,
  paging: Paging,
): Promise<Result<Page<CliAccount>, PortalRefusal>> {
  const portal = await currentPortal();
  const accounts = new Map(
    // `aws configure sso` prints the address and fails without one; the portal knows none.
    listGrants(portal, caller).map(({ accountId, accountName }) => [
      accountId,
      { accountId, accountName, emailAddress: "" },
    ]),
  );
  return pageOf(byKey([...accounts.values()], accountIdOf), accountIdOf, paging);
}

/** ListAccountRoles. An account that is not theirs and one that there is not look the same. */
export async function listCliRoles(caller: Caller, accountId: string | null, paging: Paging) {
  if (accountId === null || !/^\d{12}$/.test(accountId))
    return err({ name: "InvalidRequestException", message: "account_id is not valid" } as const);
  const portal = await currentPortal();
  const roles = listGrants(portal, caller)
    .filter((grant) => grant.accountId === accountId)
    .map(({ roleName }) => ({ roleName, accountId }));
  if (roles.length === 0)
    return err({ name: "ResourceNotFoundException", message: "No such account for this session" } as const);
  return pageOf(byKey(roles, roleNameOf), roleNameOf, paging);
}
