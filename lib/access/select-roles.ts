import { bareRoleName } from "#lib/aws/arn";
import { matchesGlob } from "./glob";
import type { IndexedAccount, RoleIndex } from "./role-index";
import type { AccountSelector, RoleSelector } from "./role-pattern";

export type AccountSet = ReadonlySet<IndexedAccount>;

/** The accounts a selector means; none for a placeholder, which only a template can fill. */
export function selectAccounts(index: RoleIndex, selector: AccountSelector): AccountSet {
  if (selector.kind === "placeholder") return new Set();
  if (selector.kind === "key") return new Set(index.accountsByKey.get(selector.key));
  return new Set(index.accounts.filter((account) => isSelected(selector, account)));
}

function isSelected(selector: Exclude<AccountSelector, { kind: "key" | "placeholder" }>, account: IndexedAccount) {
  if (selector.kind === "glob") return matchesGlob(selector.glob, account.name);
  return selector.labels.every(
    ([name, value]) => Object.hasOwn(account.labels, name) && account.labels[name] === value,
  );
}

/** Numbers of the roles in these accounts that a selector means; none for a placeholder. */
export function selectRoles(index: RoleIndex, accounts: AccountSet, selector: RoleSelector): readonly number[] {
  if (selector.kind === "placeholder" || accounts.size === 0) return [];
  if (selector.kind === "key") return selectByKey(index, accounts, selector.key);
  const { glob } = selector;
  const isMeant = (role: number) => {
    const name = index.roles[role]?.roleName ?? "";
    return matchesGlob(glob, name) || matchesGlob(glob, bareRoleName(name));
  };
  return [...accounts].flatMap((account) => account.roles.filter(isMeant));
}

/** From the narrower side: one account out of a thousand, or one role name that few accounts have. */
function selectByKey(index: RoleIndex, accounts: AccountSet, key: string): readonly number[] {
  const anywhere = index.rolesByKey.get(key) ?? [];
  if (accounts.size >= anywhere.length) {
    return anywhere.filter((role) => {
      const account = index.accountOfRole[role];
      return account !== undefined && accounts.has(account);
    });
  }
  return [...accounts].flatMap((account) => account.rolesByKey.get(key) ?? []);
}
