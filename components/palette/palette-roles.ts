import { partitionOfRegion } from "#lib/aws/partition";
import type { LastUse, Preferences, RolePreference } from "../preferences/preferences";
import type { AccountRole, RoleView } from "../roles/role-view";
import { buildRoleSearch, type Marks } from "../roles/search/role-search";

/** A role with what the person made of it. */
export type PaletteRole = AccountRole & {
  readonly id: string;
  readonly alias: string | null;
  /** Its place among the favourites; null: not one of them. */
  readonly position: number | null;
  readonly score: number;
  readonly lastUsedAt: string | null;
  readonly last: LastUse | null;
};

const keyOf = (accountId: string, roleName: string) => `${accountId}/${roleName}`;

function toPaletteRole(target: AccountRole, own: RolePreference | undefined): PaletteRole {
  const { alias = null, position = null, score = 0, lastUsedAt = null, last = null } = own ?? {};
  return {
    ...target,
    id: keyOf(target.account.accountId, target.role.roleName),
    alias,
    position,
    score,
    lastUsedAt,
    last,
  };
}

/** All roles of the person, in the order of the accounts. What is kept for roles that they no longer hold is left out. */
export function listPaletteRoles(
  accounts: readonly RoleView[],
  preferences: Preferences | null,
): readonly PaletteRole[] {
  const kept = new Map((preferences?.roles ?? []).map((own) => [keyOf(own.accountId, own.roleName), own]));
  return accounts.flatMap((account) =>
    account.roles.map((role) => toPaletteRole({ account, role }, kept.get(keyOf(account.accountId, role.roleName)))),
  );
}

/** In the person's own order. */
export function listFavourites(roles: readonly PaletteRole[]): readonly PaletteRole[] {
  const placeOf = ({ position }: PaletteRole) => position ?? Number.POSITIVE_INFINITY;
  return roles.filter(({ position }) => position !== null).sort((one, other) => placeOf(one) - placeOf(other));
}

/** What was used last, the latest first. */
export function listRecent(roles: readonly PaletteRole[]): readonly PaletteRole[] {
  return roles
    .filter(({ lastUsedAt }) => lastUsedAt !== null)
    .sort((one, other) => (other.lastUsedAt ?? "").localeCompare(one.lastUsedAt ?? ""));
}

/** Roles that sign in to a console here: those by the person's own IAM user are typed on the page for it. */
export const hasConsole = ({ role }: AccountRole) => role.via !== "session-token";

export const partitionOf = ({ account }: AccountRole) => partitionOfRegion(account.region);

export type FoundRole = { readonly role: PaletteRole; readonly marks: Marks };
export type RoleFinder = (
  query: string,
  limit: number,
  accepts?: (role: PaletteRole) => boolean,
) => { readonly total: number; readonly found: readonly FoundRole[] };

/** A search over the roles, of which some may be left out. */
export function buildRoleFinder(roles: readonly PaletteRole[]): RoleFinder {
  const { search } = buildRoleSearch(
    roles.map(({ account, role, alias, score }) => ({ ...account, ...role, alias, score })),
  );
  return (query, limit, accepts = () => true) => {
    const { found, marksOf } = search(query.slice(0, 200));
    const fitting = found.flatMap((at) => {
      const role = roles[at];
      return role === undefined || !accepts(role) ? [] : [{ at, role }];
    });
    return {
      total: fitting.length,
      found: fitting.slice(0, limit).map(({ at, role }) => ({ role, marks: marksOf(at) })),
    };
  };
}
