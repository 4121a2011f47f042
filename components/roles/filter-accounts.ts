import { ENVIRONMENT_LABEL } from "./environment";
import type { RoleView } from "./role-view";

type IndexedRole = { readonly at: number; readonly text: string };
type IndexedAccount = { readonly account: RoleView; readonly text: string; readonly roles: readonly IndexedRole[] };

/** The accounts with their texts folded once, so that a key press only compares. */
export type AccountIndex = readonly IndexedAccount[];

export function buildAccountIndex(accounts: readonly RoleView[]): AccountIndex {
  return accounts.map((account) => ({
    account,
    text: [account.accountName, account.accountId, account.region, ...labelTexts(account)].join("\n").toLowerCase(),
    roles: account.roles.map((role, at) => ({ at, text: `${role.roleName}\n${role.description ?? ""}`.toLowerCase() })),
  }));
}

function labelTexts({ labels }: RoleView): string[] {
  return Object.entries(labels).map(([name, value]) => `${name}=${value}`);
}

export type AccountFilter = { readonly query: string; readonly environment: string | null };

/**
 * The accounts of an environment with those roles for which every word of the query is somewhere in the account (name, id, Region,
 * label) or the role (name, description). Plain substrings, case folded. Accounts come back as they are when all their roles stay.
 */
export function filterAccounts(index: AccountIndex, { query, environment }: AccountFilter): readonly RoleView[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const found: RoleView[] = [];
  for (const entry of index) {
    if (environment !== null && entry.account.labels[ENVIRONMENT_LABEL] !== environment) continue;
    const open = words.filter((word) => !entry.text.includes(word));
    const kept = entry.roles.filter(({ text }) => open.every((word) => text.includes(word)));
    if (kept.length === entry.roles.length) found.push(entry.account);
    else if (kept.length > 0) found.push(keepRoles(entry.account, kept));
  }
  return found;
}

function keepRoles(account: RoleView, kept: readonly IndexedRole[]): RoleView {
  const places = new Set(kept.map(({ at }) => at));
  return { ...account, roles: account.roles.filter((_, at) => places.has(at)) };
}

/** The first accounts that together show about `rows` roles; at least one account. */
export function takeRows(accounts: readonly RoleView[], rows: number): readonly RoleView[] {
  let shown = 0;
  const end = accounts.findIndex((account) => {
    const isFull = shown >= rows;
    shown += account.roles.length;
    return isFull;
  });
  return end === -1 ? accounts : accounts.slice(0, end);
}

export function countRoles(accounts: readonly RoleView[]): number {
  return accounts.reduce((sum, account) => sum + account.roles.length, 0);
}

/** The environments that occur, in the order in which they first do. */
export function listEnvironments(accounts: readonly RoleView[]): readonly string[] {
  return [...new Set(accounts.flatMap(({ labels }) => labels[ENVIRONMENT_LABEL] ?? []))];
}
