import { describe, expect, test } from "vitest";
import { CONSOLE_SERVICES } from "#lib/aws/console-services";
import { listConsolePlaces } from "../console/console-places";
import type { Preferences } from "../preferences/preferences";
import type { RoleItem, RoleView } from "../roles/role-view";
import { listGroups, type PaletteSources } from "./list-groups";
import { linkItem, type PaletteItem, placeItem, regionItem, roleItem, stepItem } from "./palette-item";
import { stepAfter, stepInto } from "./palette-move";
import { buildRoleFinder, listPaletteRoles } from "./palette-roles";
import { currentStep, enterStep, FIRST_STEPS, leaveStep, type Step, typeInto } from "./palette-step";

const role = (roleName: string, via: RoleItem["via"] = "portal-oidc"): RoleItem => ({
  roleName,
  description: null,
  via,
  maxDurationSeconds: 3600,
  defaultDurationSeconds: 3600,
  limitedBy: "role",
  asks: null,
});

const account = (accountId: string, accountName: string, region: string, roles: readonly RoleItem[]): RoleView => ({
  ...{ accountId, accountName, labels: {}, environment: null, region, roles },
});

const ACCOUNTS = [
  account("111111111111", "payments-prod", "eu-west-1", [role("Developer"), role("Activity")]),
  account("222222222222", "china-shop", "cn-north-1", [role("Developer")]),
  account("333333333333", "legacy", "eu-central-1", [role("Own", "session-token")]),
];

const own = (accountId: string, roleName: string, position: number | null, lastUsedAt: string | null) => ({
  ...{ accountId, roleName, position, alias: null, score: 0, lastUsedAt },
  last: { kind: "console" as const, region: "eu-north-1", durationSeconds: null },
});

const PREFERENCES: Preferences = {
  roles: [
    own("222222222222", "Developer", 1, "2026-01-02T00:00:00Z"),
    own("111111111111", "Activity", 0, null),
    own("111111111111", "Developer", null, "2026-01-03T00:00:00Z"),
    own("999999999999", "Gone", 2, "2026-01-04T00:00:00Z"),
  ],
  view: { grouping: "account", collapsed: [], welcomed: true },
};

const labelOf = (item: PaletteItem): string => {
  if (item.kind === "link") return item.link.label;
  if (item.kind === "region") return `${item.region.code} ${item.region.name}`;
  return item.kind === "step"
    ? { roles: "", places: "Open a service", regions: "Open in a Region", theme: "Theme", language: "Sprache" }[item.to]
    : item.id;
};

function sourcesOf(accounts: readonly RoleView[], preferences: Preferences | null): PaletteSources {
  const roles = listPaletteRoles(accounts, preferences);
  return {
    ...{ roles, findRoles: buildRoleFinder(roles), recentPlaces: ["s3"], languages: ["de", "en"], labelOf },
    places: listConsolePlaces(CONSOLE_SERVICES, (page) => page),
    links: [
      { href: "/activity", label: "Activity", isHelp: false },
      { href: "/help/terraform", label: "Terraform", isHelp: true },
    ],
  };
}

const SOURCES = sourcesOf(ACCOUNTS, PREFERENCES);
const [payments, china] = [SOURCES.roles?.[0] ?? null, SOURCES.roles?.[2] ?? null];

const show = (step: Step, sources = SOURCES) =>
  Object.fromEntries(listGroups(step, sources).map(({ id, items }) => [id, items.map((item) => item.id)]));
const root = (query: string, sources = SOURCES) => show({ ...FIRST_STEPS[0], query }, sources);
const at = (kind: Step["kind"], draft: Partial<Step["draft"]>, query = "") =>
  show({ kind, draft: { ...FIRST_STEPS[0].draft, ...draft }, query });

const placeOf = (key: string) => {
  const place = SOURCES.places.find((one) => one.key === key);
  if (place === undefined) throw new Error(`no place ${key}`);
  return place;
};

describe("before anything is typed", () => {
  test("favourites in the person's order, then what was used last; what they no longer hold is not there", () => {
    expect(root("")).toMatchObject({
      favourites: ["role:111111111111/Activity", "role:222222222222/Developer"],
      recent: ["recent:111111111111/Developer", "recent:222222222222/Developer"],
      pages: ["link:/activity"],
    });
    expect(root("")).not.toHaveProperty("roles");
  });

  test("some roles, for somebody without either", () => {
    expect(root("", sourcesOf(ACCOUNTS, null)).roles).toHaveLength(4);
  });

  test("pages and commands at least, while the roles are on their way", () => {
    const waiting = { ...SOURCES, roles: null, findRoles: () => ({ total: 0, found: [] }) };
    expect(Object.keys(root("", waiting))).toEqual(["open", "pages", "settings"]);
  });
});

describe("for what was typed", () => {
  test("roles come first, then what else is called so", () => {
    const found = root("activity");
    expect(Object.keys(found)).toEqual(["roles", "pages"]);
    expect(found.roles).toEqual(["role:111111111111/Activity"]);
  });

  test("services by abbreviation, Regions by name, help by topic, commands by word", () => {
    expect(root("cfn").services?.[0]).toBe("place:cloudformation");
    expect(root("frankfurt").regions).toEqual(["region:eu-central-1"]);
    expect(root("terraf").help).toEqual(["link:/help/terraform"]);
    expect(root("sprache").settings).toEqual(["step:language"]);
  });

  test("of thousands of roles fifty are listed, six of them before the services", () => {
    const names = Array.from({ length: 10_000 }, (_, index) => role(`s3-role-${index}`));
    const found = root("s3", sourcesOf([account("111111111111", "one", "eu-west-1", names)], null));
    expect(found.roles).toHaveLength(6);
    expect(found.more).toHaveLength(44);
    expect(found.services?.[0]).toBe("place:s3");
  });

  test.each(["x".repeat(5000), "مثيلات", "🦊🦊", "((("])("nothing breaks for %s", (query) => {
    expect(root(query)).toEqual({});
  });
});

describe("after a service or a Region", () => {
  test("only roles of partitions that have the service", () => {
    expect(at("roles", { place: placeOf("cloudshell") }).roles).toEqual([
      "role:111111111111/Developer",
      "role:111111111111/Activity",
    ]);
    expect(at("roles", { place: placeOf("ec2") }).roles).toContain("role:222222222222/Developer");
  });

  test("only roles of the Region's partition, and none that signs in by an IAM user's key", () => {
    expect(at("roles", { region: "cn-northwest-1" }).roles).toEqual(["role:222222222222/Developer"]);
    expect(at("roles", {}).roles).not.toContain("role:333333333333/Own");
  });

  test("a role's services and Regions are those of its partition", () => {
    expect(at("places", { role: china }, "cloudshell")).toEqual({});
    expect(at("places", { role: payments }).services?.[0]).toBe("place:s3");
    expect(at("regions", { role: china }).regions).toEqual(["region:cn-north-1", "region:cn-northwest-1"]);
  });

  test("a global service asks for no Region", () => {
    expect(at("role", { role: payments, place: placeOf("iam") }).open).not.toContain("step:regions");
    expect(at("role", { role: payments, place: placeOf("ec2") }).open).toContain("step:regions");
  });
});

describe("steps", () => {
  test("a service asks for a role, then opens; with the arrow it asks for the Region first", () => {
    const place = placeItem(placeOf("ec2/instances"));
    const chosen = stepAfter(FIRST_STEPS, place);
    expect(chosen && currentStep(chosen)).toMatchObject({ kind: "roles", draft: { place: { key: "ec2/instances" } } });
    const within = enterStep(FIRST_STEPS, "places", { role: payments });
    expect(stepAfter(within, place)).toBeNull();
    const further = stepInto(within, place);
    expect(further && currentStep(further).kind).toBe("regions");
    expect(stepInto(within, placeItem(placeOf("iam")))).toBeNull();
  });

  test("a Region the same way", () => {
    const region = regionItem({ code: "eu-north-1", name: "" });
    const chosen = stepAfter(FIRST_STEPS, region);
    expect(chosen && currentStep(chosen)).toMatchObject({ kind: "roles", draft: { region: "eu-north-1" } });
    const further = stepInto(enterStep(FIRST_STEPS, "regions", { role: payments }), region);
    expect(further && currentStep(further).kind).toBe("places");
  });

  test("a role has more to it, unless an IAM user's key is needed; a page of the portal has not", () => {
    const [first, last] = [SOURCES.roles?.[0], SOURCES.roles?.[3]];
    if (first === undefined || last === undefined) throw new Error("no roles");
    expect(stepInto(FIRST_STEPS, roleItem(first))).not.toBeNull();
    expect(stepInto(FIRST_STEPS, roleItem(last))).toBeNull();
    expect(stepInto(FIRST_STEPS, linkItem({ href: "/", label: "", isHelp: false }))).toBeNull();
    expect(stepInto(FIRST_STEPS, stepItem("theme"))).not.toBeNull();
  });

  test("what was typed is there again on the way back, and the first step stays", () => {
    const typed = typeInto(FIRST_STEPS, "pay");
    expect(leaveStep(typeInto(enterStep(typed, "regions"), "eu"))).toEqual(typed);
    expect(leaveStep(typed)).toEqual(typed);
  });
});
