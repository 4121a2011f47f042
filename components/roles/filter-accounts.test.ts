import { expect, test } from "vitest";
import { buildAccountIndex, countRoles, filterAccounts, listEnvironments, takeRows } from "./filter-accounts";
import type { RoleView } from "./role-view";

function account(accountName: string, accountId: string, env: string, roleNames: readonly string[]): RoleView {
  return {
    accountId,
    accountName,
    labels: { env, team: "payments" },
    region: "eu-west-1",
    roles: roleNames.map((roleName) => ({
      roleName,
      roleArn: `arn:aws:iam::${accountId}:role/${roleName}`,
      description: roleName === "Billing" ? "Read invoices" : null,
      via: "portal-oidc",
      maxDurationSeconds: 3600,
      defaultDurationSeconds: 3600,
      limitedBy: "role",
      asks: null,
    })),
  };
}

const ACCOUNTS = [
  account("payments-prod", "111111111111", "prod", ["Developer", "Billing"]),
  account("payments-dev", "222222222222", "dev", ["Developer"]),
];
const INDEX = buildAccountIndex(ACCOUNTS);
const find = (query: string, environment: string | null = null) =>
  filterAccounts(INDEX, { query, environment }).map((found) => `${found.accountName}:${countRoles([found])}`);

test("an empty query keeps the very same accounts", () => {
  expect(filterAccounts(INDEX, { query: "  ", environment: null })[0]).toBe(ACCOUNTS[0]);
});

test("a word of the account keeps all its roles", () => {
  expect(find("1111")).toEqual(["payments-prod:2"]);
});

test("a word of a role keeps that role only", () => {
  expect(find("INVOICES")).toEqual(["payments-prod:1"]);
});

test("every word has to be found, in the account or the role", () => {
  expect(find("dev developer")).toEqual(["payments-prod:1", "payments-dev:1"]);
  expect(find("env=dev developer")).toEqual(["payments-dev:1"]);
  expect(find("payments nothing")).toEqual([]);
});

test("characters of regular expressions are plain text", () => {
  expect(find(".*")).toEqual([]);
});

test("an environment narrows before the words do", () => {
  expect(find("payments", "dev")).toEqual(["payments-dev:1"]);
  expect(listEnvironments(ACCOUNTS)).toEqual(["prod", "dev"]);
});

test("rows are taken by whole accounts, and never none", () => {
  expect(takeRows(ACCOUNTS, 1)).toHaveLength(1);
  expect(takeRows(ACCOUNTS, 2)).toHaveLength(1);
  expect(takeRows(ACCOUNTS, 3)).toHaveLength(2);
});

test("10,000 roles answer a key press within a frame", () => {
  const many = Array.from({ length: 1000 }, (_, at) =>
    account(
      `account-${at}`,
      String(100_000_000_000 + at),
      "dev",
      Array.from({ length: 10 }, (_, n) => `Role${n}`),
    ),
  );
  const index = buildAccountIndex(many);
  filterAccounts(index, { query: "warm up", environment: null });
  const times = Array.from({ length: 9 }, () => {
    const startedAt = performance.now();
    filterAccounts(index, { query: "account-99 role7", environment: null });
    return performance.now() - startedAt;
  }).sort((a, b) => a - b);
  expect(times[4]).toBeLessThan(16);
});
