import "server-only";
import type { PrismaClient } from "./generated/client";
import type { Query } from "./open-database";

type Owner = { readonly idp: string; readonly subject: string };
type RoleKey = { readonly accountId: string; readonly roleName: string };

/** What a person keeps about one role, as it is stored: the score is the one of `lastUsedAt`. */
export type StoredRolePreference = RoleKey & {
  readonly position: number | null;
  readonly alias: string | null;
  readonly score: number;
  readonly lastUsedAt: Date | null;
  readonly lastKind: string | null;
  readonly lastRegion: string | null;
  readonly lastDurationSeconds: number | null;
};

/** Roles of one person whose use alone is remembered. The ones that were not used for longest make room. */
const MAX_USED = 500;

const select = {
  accountId: true,
  roleName: true,
  position: true,
  alias: true,
  score: true,
  lastUsedAt: true,
  lastKind: true,
  lastRegion: true,
  lastDurationSeconds: true,
} as const;

/** All that a person keeps about roles: favourites in their order, then the others. */
export async function findRolePreferences(
  db: PrismaClient,
  { idp, subject }: Owner,
): Promise<readonly StoredRolePreference[]> {
  return db.rolePreference.findMany({
    where: { idp, subject },
    orderBy: [{ position: { sort: "asc", nulls: "last" } }, { accountId: "asc" }, { roleName: "asc" }],
    select,
  });
}

/** Sets the place among the favourites or the person's own name; a row that then says nothing goes. */
export async function saveRolePreference(
  db: PrismaClient,
  { idp, subject }: Owner,
  { accountId, roleName }: RoleKey,
  change: { readonly position: number | null } | { readonly alias: string | null },
): Promise<void> {
  const key = { idp, subject, accountId, roleName };
  await db.rolePreference.upsert({
    where: { idp_subject_accountId_roleName: key },
    create: { ...key, ...change },
    update: change,
    select: { idp: true },
  });
  await db.rolePreference.deleteMany({ where: { ...key, position: null, alias: null, lastUsedAt: null } });
}

const ORDER = `UPDATE "RolePreference" AS kept SET "position" = wanted.place - 1
  FROM unnest($3::text[], $4::text[]) WITH ORDINALITY AS wanted ("accountId", "roleName", place)
  WHERE kept."idp" = $1 AND kept."subject" = $2 AND kept."position" IS NOT NULL
    AND kept."accountId" = wanted."accountId" AND kept."roleName" = wanted."roleName"`;

/** Gives the favourites this order. What is no favourite does not become one. */
export async function saveFavouriteOrder(
  query: Query,
  { idp, subject }: Owner,
  order: readonly RoleKey[],
): Promise<void> {
  const accountIds = order.map(({ accountId }) => accountId);
  const roleNames = order.map(({ roleName }) => roleName);
  await query(ORDER, [idp, subject, accountIds, roleNames]);
}

/** How a role was used. */
export type RoleUse = RoleKey & {
  readonly kind: "console" | "credentials";
  readonly region: string | null;
  readonly durationSeconds: number | null;
};

// One statement, so that two uses at once both count. A week halves what was (604,800 s).
const NOTE = `INSERT INTO "RolePreference"
    ("idp", "subject", "accountId", "roleName", "score", "lastUsedAt", "lastKind", "lastRegion", "lastDurationSeconds")
  VALUES ($1, $2, $3, $4, $9::float8, $5, $6, $7, $8)
  ON CONFLICT ("idp", "subject", "accountId", "roleName") DO UPDATE SET
    "score" = $9::float8 + CASE WHEN "RolePreference"."lastUsedAt" IS NULL THEN 0 ELSE "RolePreference"."score" * power(2,
      -GREATEST(0, extract(epoch FROM EXCLUDED."lastUsedAt" - "RolePreference"."lastUsedAt"))::float8 / 604800) END,
    "lastUsedAt" = EXCLUDED."lastUsedAt", "lastKind" = EXCLUDED."lastKind", "lastRegion" = EXCLUDED."lastRegion",
    "lastDurationSeconds" = EXCLUDED."lastDurationSeconds"
  RETURNING xmax = 0 AS "isNew"`;

// A favourite or a named role is kept, and forgets its use like any other.
const FORGET = `WITH old AS (
    SELECT "accountId", "roleName" FROM "RolePreference" WHERE "idp" = $1 AND "subject" = $2 AND "lastUsedAt" IS NOT NULL
      AND "position" IS NULL AND "alias" IS NULL
    ORDER BY "lastUsedAt" DESC OFFSET $3)
  DELETE FROM "RolePreference" AS kept USING old WHERE kept."idp" = $1 AND kept."subject" = $2
    AND kept."accountId" = old."accountId" AND kept."roleName" = old."roleName"`;

/** Counts uses up to `at`, and keeps how the last was; the 501st role makes room for itself. */
export async function noteRoleUse(
  query: Query,
  { idp, subject }: Owner,
  { accountId, roleName, kind, region, durationSeconds }: RoleUse,
  { at, times }: { readonly at: Date; readonly times: number },
): Promise<void> {
  const values = [idp, subject, accountId, roleName, at, kind, region, durationSeconds, times];
  const [row] = await query(NOTE, values);
  // Only a further row can be one too many.
  if (isNewRow(row)) await query(FORGET, [idp, subject, MAX_USED]);
}

const isNewRow = (row: unknown) => typeof row === "object" && row !== null && "isNew" in row && row.isNew === true;
