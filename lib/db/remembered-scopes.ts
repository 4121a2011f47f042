import "server-only";
import { type Scope, scopeSchema } from "#lib/session-policy/scope";
import type { PrismaClient } from "./generated/client";

type Owner = { readonly idp: string; readonly subject: string };
type RoleKey = Owner & { readonly accountId: string; readonly roleName: string };

export type RememberedScope = { readonly accountId: string; readonly roleName: string; readonly scope: Scope };

/** Of one person. The ones that were not used for longest make room. */
const MAX_REMEMBERED = 500;

const newestFirst = [{ updatedAt: "desc" }, { accountId: "asc" }, { roleName: "asc" }] as const;

/** What a person chose last for each role, newest first. What this version cannot read is left out. */
export async function findRememberedScopes(db: PrismaClient, owner: Owner): Promise<readonly RememberedScope[]> {
  const { idp, subject } = owner;
  const rows = await db.rememberedScope.findMany({
    where: { idp, subject },
    orderBy: [...newestFirst],
    take: MAX_REMEMBERED,
  });
  return rows.flatMap(({ accountId, roleName, scope }) => {
    const parsed = scopeSchema.safeParse(scope);
    return parsed.success ? [{ accountId, roleName, scope: parsed.data }] : [];
  });
}

/** Keeps the scope for the next time, in place of an earlier one. */
export async function saveRememberedScope(
  db: PrismaClient,
  { idp, subject, accountId, roleName }: RoleKey,
  scope: Scope,
  now: Date,
): Promise<void> {
  const key = { idp, subject, accountId, roleName };
  const columns = { scope: toColumn(scope), updatedAt: now };
  await db.rememberedScope.upsert({
    where: { idp_subject_accountId_roleName: key },
    create: { ...key, ...columns },
    update: columns,
    select: { idp: true },
  });
  await removeOldest(db, { idp, subject });
}

const toColumn = ({ services, ...scope }: Scope) => ({
  ...scope,
  ...(services === undefined ? {} : { services: [...services] }),
});

async function removeOldest(db: PrismaClient, owner: Owner): Promise<void> {
  const over = await db.rememberedScope.findMany({
    where: owner,
    orderBy: [...newestFirst],
    skip: MAX_REMEMBERED,
    select: { accountId: true, roleName: true },
  });
  if (over.length > 0) await db.rememberedScope.deleteMany({ where: { ...owner, OR: over } });
}

/** Forgets the scope of one role; none is no mistake. */
export async function removeRememberedScope(
  db: PrismaClient,
  { idp, subject, accountId, roleName }: RoleKey,
): Promise<void> {
  await db.rememberedScope.deleteMany({ where: { idp, subject, accountId, roleName } });
}
