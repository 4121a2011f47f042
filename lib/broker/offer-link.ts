import "server-only";
import type { Caller } from "#lib/identity";
import { type GoQuery, readGoLink, sayName } from "./go-link";
import { listRoles } from "./list-roles";
import { currentPortal } from "./portal";

/** Whether there is nothing to follow yet: no account is named, or the link is to be given to somebody. */
export function isToBeMade(query: GoQuery): boolean {
  const { account, resume, share } = readGoLink(query);
  return resume === null && (share || account === "");
}

/** What a person may make a link of: names of their own accounts and roles to choose from, and what the address brought. */
export async function offerLink(caller: Caller, query: GoQuery) {
  const [{ config }, accounts] = await Promise.all([currentPortal(), listRoles(caller)]);
  const { account, role, region, destination } = readGoLink(query);
  return {
    portalUrl: config.portal.url,
    region: config.aws.region,
    consoleEndpoint: config.aws.endpoints.console ?? null,
    accounts: accounts.map(({ accountId, accountName, region: home, roles }) => ({
      accountId,
      accountName,
      region: home,
      roleNames: roles.filter(({ via }) => via !== "session-token").map(({ roleName }) => roleName),
    })),
    first: {
      account: sayName(account),
      role: sayName(role),
      region: sayName(region),
      destination: destination.length > 2000 ? "" : destination,
    },
  };
}
