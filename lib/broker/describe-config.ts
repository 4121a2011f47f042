import "server-only";
import type { Grant } from "#lib/access/resolve-grants";
import { PARTITIONS } from "#lib/aws/partition";
import { type ConfigAccount, roleKeyOf } from "#lib/aws-config/config-role";
import type { ConfigOffer } from "#lib/aws-config/plan-config";
import { defaultSessionName } from "#lib/aws-config/session-name";
import type { LoadedConfig } from "#lib/config/load";
import { findRolePreferences } from "#lib/db/role-preferences";
import type { Caller } from "#lib/identity";
import { offeredGrants } from "./offered-grants";
import { currentPortal, type Portal } from "./portal";
import { regionOf } from "./region-of";

/** What such a role asks for is typed into a page: a command line would be refused each time. */
const needsBrowser = ({ via, reason, mfaSerial }: Grant): boolean =>
  via === "session-token" || reason?.required === true || mfaSerial !== null;

const AWS_HOSTS = [...Object.values(PARTITIONS).map(({ dnsSuffix }) => dnsSuffix), "api.aws"];

/** A way of the portal's own to AWS's STS is not for machines elsewhere; another STS is for everybody. */
function foreignSts({ aws }: LoadedConfig): string | null {
  const url = aws.endpoints.sts?.replaceAll("{region}", aws.region);
  if (url === undefined) return null;
  const { hostname } = new URL(url);
  return AWS_HOSTS.some((suffix) => hostname.endsWith(`.${suffix}`)) ? null : url.replace(/\/+$/, "");
}

function groupByAccount(portal: Portal, grants: readonly Grant[]): readonly ConfigAccount[] {
  const accounts = new Map<string, ConfigAccount & { readonly roleNames: string[] }>();
  for (const grant of grants) {
    const { accountId: id, accountName: name, labels } = grant;
    const account = accounts.get(id) ?? { id, name, labels, region: regionOf(portal.config, grant), roleNames: [] };
    account.roleNames.push(grant.roleName);
    accounts.set(id, account);
  }
  return [...accounts.values()];
}

/** What the caller's `~/.aws/config` can be made of: the roles that they hold now, and which of them are favourites. */
export async function describeConfig(caller: Caller): Promise<ConfigOffer> {
  const portal = await currentPortal();
  const { config, storage } = portal;
  const grants = offeredGrants(portal, caller);
  const usable = grants.filter((grant) => !needsBrowser(grant));
  const usableKeys = new Set(usable.map(roleKeyOf));
  const stored = await findRolePreferences(storage.db, caller.session.identity);
  return {
    portal: { url: config.portal.url, region: config.aws.region, stsUrl: foreignSts(config) },
    defaultSession: defaultSessionName(config.portal.name),
    accounts: groupByAccount(portal, usable),
    starred: stored
      .filter(({ position }) => position !== null)
      .map(roleKeyOf)
      .filter((key) => usableKeys.has(key)),
    browserOnly: grants.filter(needsBrowser).map(roleKeyOf),
  };
}
