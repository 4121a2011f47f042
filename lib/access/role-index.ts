import { bareRoleName } from "#lib/aws/arn";
import { addToList } from "./add-to-list";
import type { DeclaredAccess, DeclaredAccount } from "./declared-access";
import { type GrantableRole, toGrantableRole } from "./grantable-role";

/** Roles are numbered by their place in `RoleIndex.roles`. */
export type IndexedAccount = {
  readonly id: string;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly roles: readonly number[];
  /** By whole name, and by the name without its path. */
  readonly rolesByKey: ReadonlyMap<string, readonly number[]>;
};

export type RoleIndex = {
  /** In the order in which people see them: account name, account id, role name. */
  readonly roles: readonly GrantableRole[];
  readonly accounts: readonly IndexedAccount[];
  readonly accountOfRole: readonly IndexedAccount[];
  /** By id, and by name. */
  readonly accountsByKey: ReadonlyMap<string, readonly IndexedAccount[]>;
  readonly rolesByKey: ReadonlyMap<string, readonly number[]>;
  /** The lengths that occur, ascending: a template needs to try no others. */
  readonly accountKeyLengths: readonly number[];
  readonly roleKeyLengths: readonly number[];
};

/** Numbers the roles. Of two declarations of one role in one account, the first counts. */
export function buildRoleIndex(declared: DeclaredAccess["accounts"]): RoleIndex {
  const roles: GrantableRole[] = [];
  const rolesByKey = new Map<string, number[]>();
  const accountOfRole: IndexedAccount[] = [];
  const accounts = mergeAccounts(declared).map(({ account, byName }) => {
    const first = roles.length;
    roles.push(...[...byName.values()].sort((a, b) => compare(a.roleName, b.roleName)));
    const own = Array.from({ length: byName.size }, (_, i) => first + i);
    const indexed = { id: account.id, name: account.name, labels: account.labels, roles: own, rolesByKey: keyed(own) };
    for (const _ of own) accountOfRole.push(indexed);
    return indexed;
  });

  function keyed(own: readonly number[]): Map<string, number[]> {
    const byKey = new Map<string, number[]>();
    for (const role of own) {
      const name = roles[role]?.roleName ?? "";
      for (const key of new Set([name, bareRoleName(name)])) {
        addToList(byKey, key, role);
        addToList(rolesByKey, key, role);
      }
    }
    return byKey;
  }

  const accountsByKey = keyAccounts(accounts);
  return {
    roles,
    accounts,
    accountOfRole,
    accountsByKey,
    rolesByKey,
    accountKeyLengths: lengthsOf(accountsByKey),
    roleKeyLengths: lengthsOf(rolesByKey),
  };
}

/** One entry an account id, however often it is declared, sorted. */
function mergeAccounts(declared: readonly DeclaredAccount[]) {
  const byId = new Map<string, { account: DeclaredAccount; byName: Map<string, GrantableRole> }>();
  for (const account of declared) {
    const merged = byId.get(account.id) ?? { account, byName: new Map<string, GrantableRole>() };
    byId.set(account.id, merged);
    for (const role of account.roles) {
      if (!merged.byName.has(role.name)) merged.byName.set(role.name, toGrantableRole(merged.account, role));
    }
  }
  return [...byId.values()].sort(
    (a, b) => compare(a.account.name, b.account.name) || compare(a.account.id, b.account.id),
  );
}

/** An id is only ever that account: a name that is another account's id names nothing. */
function keyAccounts(accounts: readonly IndexedAccount[]): Map<string, IndexedAccount[]> {
  const byKey = new Map<string, IndexedAccount[]>(accounts.map((account) => [account.id, [account]]));
  const ids = new Set(byKey.keys());
  for (const account of accounts) {
    if (!ids.has(account.name)) addToList(byKey, account.name, account);
  }
  return byKey;
}

/** By code unit, not by locale: the order may not depend on where the portal runs. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function lengthsOf(byKey: ReadonlyMap<string, unknown>): number[] {
  return [...new Set([...byKey.keys()].map((key) => key.length))].sort((a, b) => a - b);
}
