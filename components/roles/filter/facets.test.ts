import { expect, test } from "vitest";
import { createDirectory } from "../directory/directory";
import type { RoleItem, RoleView } from "../role-view";
import { type Facet, hasFacets, listEnvironments, listFacets, toggleFacet } from "./facets";

const role = (via: RoleItem["via"]): RoleItem => ({
  roleName: via,
  description: null,
  via,
  maxDurationSeconds: 3600,
  defaultDurationSeconds: 3600,
  limitedBy: "role",
  asks: null,
});

const account = (name: string, tone: "red" | "green", labels: RoleView["labels"], roles: readonly RoleItem[]) => ({
  accountId: name,
  accountName: name,
  labels,
  region: "eu-west-1",
  environment: { name, tone },
  roles,
});

const DIRECTORY = createDirectory([
  account("dev", "green", { team: "shop", env: "dev" }, [role("portal-oidc"), role("idp-saml")]),
  account("prod", "red", { team: "shop", constructor: "x" }, [role("portal-oidc")]),
]);
const facets = listFacets(DIRECTORY);
const name = ({ kind, name, value, count }: Facet) => `${kind} ${name} ${value} ${count}`;
const pick = (text: string): Facet => {
  const found = [...listEnvironments(DIRECTORY), ...facets].find((facet) => name(facet).startsWith(text));
  if (found === undefined) throw new Error(`no facet ${text}`);
  return found;
};
const count = (...chosen: readonly Facet[]) => DIRECTORY.roles.filter((target) => hasFacets(target, chosen)).length;

test("environments come the most serious first, each with its number of roles", () => {
  expect(listEnvironments(DIRECTORY).map(name)).toEqual(["environment  prod 1", "environment  dev 2"]);
});

test("labels and paths say how many roles they leave, and leave that many", () => {
  expect(facets.map(name)).toEqual([
    "label constructor x 1",
    "label env dev 2",
    "label team shop 3",
    "via  portal-oidc 2",
    "via  idp-saml 1",
  ]);
  for (const facet of facets) expect(count(facet)).toBe(facet.count);
});

test("of several filters a role has to have all", () => {
  expect(count(pick("environment  dev"), pick("via  portal-oidc"))).toBe(1);
  expect(count(pick("environment  prod"), pick("via  idp-saml"))).toBe(0);
});

test("one value of a kind takes the place of another, and is taken away when chosen again", () => {
  const [prod, dev, team] = [pick("environment  prod"), pick("environment  dev"), pick("label team")];
  expect(toggleFacet([prod, team], dev)).toEqual([team, dev]);
  expect(toggleFacet([prod, team], prod)).toEqual([team]);
});

test("a single path is no choice", () => {
  const one = createDirectory([account("a", "red", {}, [role("portal-oidc")])]);
  expect(listFacets(one)).toEqual([]);
});
