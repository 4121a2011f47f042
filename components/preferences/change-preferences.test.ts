import { describe, expect, test } from "vitest";
import { changePreferences, listFavourites } from "./change-preferences";
import type { Preferences, RolePreference } from "./preferences";

const roleOf = (roleName: string) => ({ accountId: "111111111111", roleName });
const kept = (roleName: string, change: Partial<RolePreference> = {}): RolePreference => ({
  ...roleOf(roleName),
  position: null,
  alias: null,
  score: 0,
  lastUsedAt: null,
  last: null,
  ...change,
});
const view = { grouping: "account", collapsed: [], welcomed: false } as const;
const namesOf = (preferences: Preferences) => listFavourites(preferences.roles).map(({ roleName }) => roleName);
const three: Preferences = {
  roles: [
    kept("C", { position: 2 }),
    kept("A", { position: 0 }),
    kept("X", { alias: "Mine" }),
    kept("B", { position: 1 }),
  ],
  view,
};

describe("what is shown before the portal has answered", () => {
  test("a new favourite comes last, also where nothing was kept of the role; starred twice, it stays where it is", () => {
    const star = (roleName: string) => ({ kind: "role", role: roleOf(roleName), isFavourite: true }) as const;
    expect(namesOf(changePreferences({ roles: [], view }, star("Z")))).toEqual(["Z"]);
    expect(namesOf(changePreferences(three, star("X")))).toEqual(["A", "B", "C", "X"]);
    expect(namesOf(changePreferences(three, star("A")))).toEqual(["A", "B", "C"]);
  });

  test("a favourite that is removed keeps its name", () => {
    const named = changePreferences(three, { kind: "role", role: roleOf("B"), alias: "Bee" });
    const removed = changePreferences(named, { kind: "role", role: roleOf("B"), isFavourite: false });
    expect(namesOf(removed)).toEqual(["A", "C"]);
    expect(removed.roles).toContainEqual(kept("B", { alias: "Bee" }));
  });

  test("an order puts the named ones first, and makes no favourite of what is none", () => {
    const ordered = changePreferences(three, { kind: "favourites", roles: [roleOf("C"), roleOf("X"), roleOf("A")] });
    expect(namesOf(ordered)).toEqual(["C", "A", "B"]);
  });

  test("a view changes in what is named", () => {
    const changed = changePreferences(three, { kind: "view", view: { welcomed: true } });
    expect(changed.view).toEqual({ ...view, welcomed: true });
    expect(changed.roles).toBe(three.roles);
  });
});
