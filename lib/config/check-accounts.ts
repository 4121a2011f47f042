import { bareRoleName } from "#lib/aws/arn";
import { isPartition, partitionOfRegion } from "#lib/aws/partition";
import { findDuplicates } from "./duplicates";
import type { Outline, OutlineAccount } from "./outline";
import type { Finding } from "./problem";

const at = (index: number, ...rest: (string | number)[]) => ["access", "accounts", index, ...rest];

function checkNames(accounts: readonly OutlineAccount[]): Finding[] {
  const ids = new Map(accounts.map(({ id }, index) => [id, index]));
  const repeated = (["id", "name"] as const).flatMap((key) =>
    findDuplicates(accounts, (account) => account[key]).map((found) => ({
      path: at(found.index, key),
      message: `${JSON.stringify(found.key)} is the ${key} of access.accounts[${found.first}] already; rules could not tell them apart`,
    })),
  );
  const confusing = accounts.flatMap(({ id, name }, index) =>
    name !== undefined && name !== id && ids.has(name)
      ? [{ path: at(index, "name"), message: "is the id of another account; choose another name" }]
      : [],
  );
  return [...repeated, ...confusing];
}

/** IAM role names are unique in an account, whatever their path and case (IAM User Guide, "IAM identifiers"). */
function checkRoleNames({ roles }: OutlineAccount, index: number): Finding[] {
  const keyOf = ({ name }: { name?: string | undefined }) =>
    name === undefined ? name : bareRoleName(name).toLowerCase();
  return findDuplicates(roles, keyOf).map(({ index: role, first }) => ({
    path: at(index, "roles", role, "name"),
    message: `names the same role as roles[${first}] of this account; role names are unique in an account, whatever their path and case`,
  }));
}

function checkPartition({ region, partition }: OutlineAccount, index: number): Finding[] {
  if (region === undefined || partition === undefined || !isPartition(partition)) return [];
  const implied = partitionOfRegion(region);
  if (implied === partition) return [];
  const message = `contradicts region, which lies in partition ${implied}; remove this key or correct the Region`;
  return [{ path: at(index, "partition"), message }];
}

/** Accounts: ids, names and roles that stand twice, and a partition that the Region contradicts. */
export function checkAccounts(outline: Outline): Finding[] {
  const { accounts } = outline.access;
  return [
    ...checkNames(accounts),
    ...accounts.flatMap((account, index) => [...checkRoleNames(account, index), ...checkPartition(account, index)]),
  ];
}
