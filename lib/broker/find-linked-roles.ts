import "server-only";
import { orderRoles } from "#lib/access/order-roles";
import { type Grant, resolveGrants } from "#lib/access/resolve-grants";
import { listGrantedEvents } from "#lib/db/audit-events";
import type { Caller } from "#lib/identity";
import { offeredByIdp } from "./offered-by-idp";
import type { Portal } from "./portal";

const LOOKED_AT_DAYS = 90;
const LOOKED_AT_EVENTS = 500;

/** The name without its path, which an ARN of an assumed role and Identity Center's links leave out. */
const bareName = (roleName: string) => roleName.slice(roleName.lastIndexOf("/") + 1);

/** No name is longer: path and name of a role have 575 characters. */
const MAX_NAME = 600;

/** Exactly so, else in other letters: names are typed by hand, and AWS tells none apart by case. */
function select<T>(all: readonly T[], wanted: string, nameOf: (one: T) => string): readonly T[] {
  if (wanted === "" || wanted.length > MAX_NAME) return [];
  const exact = all.filter((one) => nameOf(one) === wanted);
  const folded = wanted.toLowerCase();
  return exact.length > 0 ? exact : all.filter((one) => nameOf(one).toLowerCase() === folded);
}

/**
 * What the person holds in the account of a link, by its id or name. Only their own grants are looked at: an account that
 * there is not and one where they hold nothing are one case, in the answer and in the time it takes.
 */
export function findAccountGrants(portal: Portal, caller: Caller, account: string): readonly Grant[] {
  const held = resolveGrants(portal.access, caller.session.identity);
  const byId = select(held, account, (grant) => grant.accountId);
  const found = byId.length > 0 ? byId : select(held, account, (grant) => grant.accountName);
  // Two accounts whose names differ in case alone: one of them, not a mix of both.
  return found.filter((grant) => grant.accountId === found[0]?.accountId);
}

/** Those of them that a link means by its role: that one, or every one of this name whatever its path. */
export function selectLinkedRoles(held: readonly Grant[], role: string): readonly Grant[] {
  const exact = select(held, role, (grant) => grant.roleName);
  return exact.length > 0 ? exact : select(held, role, (grant) => bareName(grant.roleName));
}

/** Those that open a console from this sign-in, the likeliest first: see `orderRoles`. */
export async function orderCandidates(portal: Portal, caller: Caller, held: readonly Grant[]) {
  const { identity } = caller.session;
  const offered = held.filter((grant) => grant.via !== "session-token" && offeredByIdp(portal.config, grant, identity));
  if (offered.length < 2) return offered;
  const since = new Date(portal.now().getTime() - LOOKED_AT_DAYS * 86_400_000);
  const { idp, subject } = identity;
  const used = await listGrantedEvents(portal.storage.db, { idp, subject, since, take: LOOKED_AT_EVENTS });
  const here = used.filter(({ role }) => role?.accountId === offered[0]?.accountId);
  const names = [...new Set(here.map(({ role }) => role?.roleName ?? ""))];
  const choosable = offered.map((grant) => ({ ...grant, readsOnly: grant.scope?.readOnly === true }));
  return orderRoles(choosable, names);
}
