import type { Directory } from "../directory/directory";
import type { AccountRole, RoleView } from "../role-view";

export type AccountRow = {
  readonly kind: "account";
  readonly key: string;
  readonly account: RoleView;
  /** The first of its roles that are listed, by its place in the directory. */
  readonly entry: number;
  readonly count: number;
  readonly isOpen: boolean;
  readonly isFirst: boolean;
};

export type RoleRowItem = AccountRole & {
  readonly kind: "role";
  readonly key: string;
  /** Its place among the roles of the directory. */
  readonly entry: number;
  /** Its place among the roles that are listed. */
  readonly at: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly isFlat: boolean;
};

export type Row = AccountRow | RoleRowItem;

export type RowOptions = {
  readonly grouping: "account" | "flat";
  /** Accounts whose roles are not listed. */
  readonly collapsed: ReadonlySet<string>;
};

export const rowKeyOf = ({ account, role }: AccountRole): string => `${account.accountId}/${role.roleName}`;

/**
 * The lines of the list for these roles in this order; accounts in the order of their first role. No more than `limit` are
 * worth their time: the accounts behind it are left out.
 */
export function buildRows(
  directory: Directory,
  entries: readonly number[],
  options: RowOptions,
  limit = Number.POSITIVE_INFINITY,
): readonly Row[] {
  const rows: Row[] = [];
  let at = 0;
  const addRoles = (group: readonly number[], isFlat: boolean, end = group.length) => {
    for (const [index, entry] of group.slice(0, end).entries()) {
      const target = directory.roles[entry];
      if (target === undefined) continue;
      const { account, role } = target;
      const [isFirst, isLast] = [index === 0, index === group.length - 1];
      rows.push({ kind: "role", key: rowKeyOf(target), account, role, entry, at, isFirst, isLast, isFlat });
      at += 1;
    }
  };
  if (options.grouping === "flat") {
    addRoles(entries, true, limit);
    return rows;
  }
  for (const [account, group] of groupByAccount(directory, entries, limit)) {
    if (rows.length >= limit) break;
    const isOpen = !options.collapsed.has(account.accountId);
    const isFirst = rows.length === 0;
    const shared = { kind: "account", key: account.accountId, account, entry: group[0] ?? 0 } as const;
    rows.push({ ...shared, count: group.length, isOpen, isFirst });
    if (isOpen) addRoles(group, false);
  }
  return rows;
}

/** The roles of the first accounts, each with all of its own. */
function groupByAccount(
  directory: Directory,
  entries: readonly number[],
  maxAccounts: number,
): ReadonlyMap<RoleView, readonly number[]> {
  const groups = new Map<RoleView, number[]>();
  for (const entry of entries) {
    const account = directory.roles[entry]?.account;
    if (account === undefined) continue;
    const group = groups.get(account);
    if (group !== undefined) group.push(entry);
    else if (groups.size < maxAccounts) groups.set(account, [entry]);
  }
  return groups;
}
