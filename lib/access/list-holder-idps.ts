import type { RuleConfig } from "#lib/config/access-schema";
import type { IndexedAccount, RoleIndex } from "./role-index";
import { parseRolePattern } from "./role-pattern";
import { selectAccounts, selectRoles } from "./select-roles";

/**
 * Of all identity providers those whose people a rule could give this role, whatever groups and claims they have. A template
 * counts as if a group fitted it. Nobody of another provider is ever given the role; without a rule for it, nobody at all.
 */
export function listHolderIdps(
  index: RoleIndex,
  rules: readonly RuleConfig[],
  roleArn: string,
  idps: readonly string[],
): readonly string[] {
  const role = index.roles.findIndex((one) => one.roleArn === roleArn);
  const account = index.accountOfRole[role];
  if (account === undefined) return [];
  const giving = rules.filter((rule) => rule.roles.some((text) => means(index, account, role, text)));
  return idps.filter((idp) => giving.some((rule) => rule.idp === undefined || rule.idp === idp));
}

function means(index: RoleIndex, account: IndexedAccount, role: number, text: string): boolean {
  const pattern = parseRolePattern(text);
  if (pattern === null) return false;
  if (pattern.account.kind !== "placeholder" && !selectAccounts(index, pattern.account).has(account)) return false;
  return pattern.role.kind === "placeholder" || selectRoles(index, new Set([account]), pattern.role).includes(role);
}
