import "server-only";
import { findRolePreferences, type StoredRolePreference } from "#lib/db/role-preferences";
import { findViewPreference, type StoredView } from "#lib/db/view-preferences";
import type { Caller } from "#lib/identity";
import { heldOf } from "./held-roles";
import { currentPortal } from "./portal";

export type ListedLastUse = {
  readonly kind: "console" | "credentials";
  readonly region: string | null;
  readonly durationSeconds: number | null;
};

export type ListedRolePreference = {
  readonly accountId: string;
  readonly roleName: string;
  readonly position: number | null;
  readonly alias: string | null;
  readonly score: number;
  readonly lastUsedAt: string | null;
  readonly last: ListedLastUse | null;
};

export type ListedPreferences = { readonly roles: readonly ListedRolePreference[]; readonly view: StoredView };

const WEEK_MS = 7 * 86_400_000;

/** The score as it is now: a week halves it. */
function scoreNow({ score, lastUsedAt }: StoredRolePreference, now: Date): number {
  if (lastUsedAt === null) return 0;
  return score * 2 ** (-Math.max(0, now.getTime() - lastUsedAt.getTime()) / WEEK_MS);
}

function lastUse({ lastKind, lastRegion, lastDurationSeconds }: StoredRolePreference): ListedLastUse | null {
  if (lastKind !== "console" && lastKind !== "credentials") return null;
  return { kind: lastKind, region: lastRegion, durationSeconds: lastDurationSeconds };
}

/**
 * What the caller keeps, of the roles that they hold now: the others wait for the day that they hold them again. Places are
 * counted anew, so that no gap speaks of what is left out.
 */
export async function listPreferences(caller: Caller): Promise<ListedPreferences> {
  const portal = await currentPortal();
  const { db } = portal.storage;
  const owner = caller.session.identity;
  const [stored, view] = await Promise.all([findRolePreferences(db, owner), findViewPreference(db, owner)]);
  const held = heldOf(portal, caller, stored);
  const now = portal.now();
  let place = 0;
  const roles = held.roles.map((one) => ({
    accountId: one.accountId,
    roleName: one.roleName,
    position: one.position === null ? null : place++,
    alias: one.alias,
    score: Math.round(scoreNow(one, now) * 1000) / 1000,
    lastUsedAt: one.lastUsedAt?.toISOString() ?? null,
    last: lastUse(one),
  }));
  return { roles, view: { ...view, collapsed: view.collapsed.filter((id) => held.accountIds.has(id)) } };
}
