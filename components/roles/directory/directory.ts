import type { AccountRole, RoleItem, RoleView } from "../role-view";
import type { PackedDirectory } from "./pack-directory";

/** Everything that one person holds, as the page works with it. */
export type Directory = {
  readonly accounts: readonly RoleView[];
  /** Every role with its account, in the order of the accounts. */
  readonly roles: readonly AccountRole[];
  readonly find: (accountId: string, roleName: string) => AccountRole | null;
};

/** Roles that differ in nothing are one object, whatever their accounts. */
export function unpackDirectory(text: string): Directory {
  const packed: PackedDirectory = JSON.parse(text);
  const items = packed.roles.flatMap(([roleName, kind, description = null]): RoleItem[] => {
    const rest = packed.kinds[kind];
    return rest === undefined ? [] : [{ ...rest, roleName, description }];
  });
  const accounts = packed.accounts.map(([accountId, accountName, region, labels, environment, roles]) => ({
    accountId,
    accountName,
    region: packed.regions[region] ?? "",
    labels: packed.labels[labels] ?? {},
    environment: packed.environments[environment] ?? null,
    roles: roles.flatMap((role) => items[role] ?? []),
  }));
  return createDirectory(accounts);
}

export function createDirectory(accounts: readonly RoleView[]): Directory {
  const roles = accounts.flatMap((account) => account.roles.map((role) => ({ account, role })));
  const byId = new Map(accounts.map((account) => [account.accountId, account]));
  const find = (accountId: string, roleName: string): AccountRole | null => {
    const account = byId.get(accountId);
    const role = account?.roles.find((one) => one.roleName === roleName);
    return account === undefined || role === undefined ? null : { account, role };
  };
  return { accounts, roles, find };
}
