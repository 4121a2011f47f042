import { expect, test } from "vitest";
import { MAX_QUERY_LENGTH } from "./limits";
import { parseQuery } from "./query";
import { buildRoleSearch } from "./role-search";
import type { RoleSearchEntry } from "./search-texts";

function entry(accountName: string, roleName: string, rest: Partial<RoleSearchEntry> = {}): RoleSearchEntry {
  const env = accountName.split("-").at(-1) ?? "";
  const accountId = String([...accountName].reduce((sum, letter) => sum * 7 + letter.charCodeAt(0), 1)).padStart(
    12,
    "4",
  );
  const fixed = { accountId, labels: { env, team: "money" }, description: null, alias: null, score: 0 };
  return { ...fixed, accountName, roleName, ...rest };
}

const ENTRIES = [
  entry("payments-prod", "Developer", { description: "Read invoices" }),
  entry("payments-prod", "team/Billing"),
  entry("payments-dev", "Developer", { accountId: "630492718354" }),
  entry("shop-prod", "Deployer", { accountId: "741586203917", alias: "Zürich till", labels: { env: "prod" } }),
];

const find = (query: string, entries = ENTRIES) =>
  buildRoleSearch(entries)
    .search(query)
    .found.map((at) => `${entries[at]?.accountName}/${entries[at]?.roleName}`);

test("every word has to be found, in any order and any text", () => {
  expect(find("developer payments-dev")).toEqual(["payments-dev/Developer"]);
  expect(find("dev env=dev")).toEqual(["payments-dev/Developer"]);
  expect(find("payments nothing")).toEqual([]);
});

test.each([
  ["630492718354", "payments-dev/Developer"],
  ["6304-9271-8354", "payments-dev/Developer"],
  ["INVOICES", "payments-prod/Developer"],
  ["zurich", "shop-prod/Deployer"],
  ["ZÜRICH", "shop-prod/Deployer"],
  ["Zu\u0308rich", "shop-prod/Deployer"],
  ["\u200b741586203917\u200e", "shop-prod/Deployer"],
  ["billing money", "payments-prod/team/Billing"],
])("%s is found", (query, found) => {
  expect(find(query)).toEqual([found]);
});

test.each([
  ["biling", "payments-prod/team/Billing"],
  ["shpo deployer", "shop-prod/Deployer"],
  ["sprod", "shop-prod/Deployer"],
  ["paymenst-dev", "payments-dev/Developer"],
])("%s was meant for %s", (query, found) => {
  expect(find(query)).toEqual([found]);
});

test("a word that stands there as it was typed is not taken for a typing error", () => {
  const entries = [entry("devs", "Reader"), entry("dues", "Reader")];
  expect(find("devs", entries)).toEqual(["devs/Reader"]);
});

test("the start of a name is a better match than its middle, and the whole name the best", () => {
  const entries = [entry("un-shop", "A"), entry("workshop", "A"), entry("shops", "A"), entry("shop", "A")];
  expect(find("shop", entries)).toEqual(["shop/A", "shops/A", "un-shop/A", "workshop/A"]);
});

test("of equal matches the one in use comes first, then the order of the list", () => {
  const entries = [
    entry("a-prod", "Developer"),
    entry("b-prod", "Developer"),
    entry("c-prod", "Developer", { score: 3 }),
  ];
  expect(find("dev", entries).map((name) => name.charAt(0))).toEqual(["c", "a", "b"]);
  expect(find("", entries).map((name) => name.charAt(0))).toEqual(["c", "a", "b"]);
});

test("a limit keeps the best, and the total says how many there are", () => {
  const { total, found } = buildRoleSearch(ENTRIES).search("prod", 1);
  expect([total, found.length]).toEqual([3, 1]);
});

test("marks say which characters were found, in the texts as they are shown", () => {
  const { marksOf } = buildRoleSearch(ENTRIES).search("zurich dep");
  expect(marksOf(3)).toEqual({ alias: [[0, 6]], roleName: [[0, 3]] });
  const abbreviated = buildRoleSearch(ENTRIES).search("sprod").marksOf(3).accountName;
  expect(abbreviated).toEqual([
    [0, 1],
    [3, 4],
    [6, 9],
  ]);
});

test("marks that overlap are one", () => {
  expect(buildRoleSearch(ENTRIES).search("develop oper").marksOf(2).roleName).toEqual([[0, 9]]);
});

test.each([
  "x".repeat(5000),
  "a-".repeat(2500),
  "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaab ".repeat(100),
  "مرحبا بالعالم",
  "\u202eprod",
  "🔥",
  "👩‍💻 prod",
  "\ud800",
  ".*",
  "(((((",
  "[a-",
  "\\",
  '"-prod"',
  "-prod -dev",
  "'; DROP TABLE roles; --",
  "<img src=x onerror=alert(1)>",
  "\0",
  "__proto__",
  "constructor",
])("%j is plain text", (query) => {
  const many = [...ENTRIES, entry("a".repeat(200), "a".repeat(60), { description: "a".repeat(1000) })];
  const startedAt = performance.now();
  expect(find(query, many).length).toBeLessThanOrEqual(many.length);
  expect(performance.now() - startedAt).toBeLessThan(2000);
});

test("right-to-left texts and emoji are found as they are", () => {
  const entries = [entry("مدفوعات", "Developer"), entry("fire", "Oncall", { alias: "🔥 on call" })];
  expect(find("مدفو", entries)).toEqual(["مدفوعات/Developer"]);
  expect(find("🔥", entries)).toEqual(["fire/Oncall"]);
});

test("labels named like parts of JavaScript are labels", () => {
  const entries = [entry("odd", "A", { labels: { constructor: "x", __proto__: "y" } })];
  expect(find("constructor=x", entries)).toEqual(["odd/A"]);
});

test("a query is cut, and its words are few and distinct", () => {
  expect(parseQuery("x".repeat(5000))).toEqual(["x".repeat(MAX_QUERY_LENGTH)]);
  expect(parseQuery("a A á b c d e f g h i j")).toEqual(["a", "b", "c", "d", "e", "f", "g", "h"]);
});
