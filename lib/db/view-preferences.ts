import "server-only";
import { z } from "zod";
import type { PrismaClient } from "./generated/client";

type Owner = { readonly idp: string; readonly subject: string };

/** How a person likes the list of roles. */
export type StoredView = {
  readonly grouping: "account" | "flat";
  readonly collapsed: readonly string[];
  readonly welcomed: boolean;
};

/** Of somebody who never said anything. */
const FIRST: StoredView = { grouping: "account", collapsed: [], welcomed: false };

// What another version wrote and this one does not know is as if nothing had been said.
const row = z.object({
  grouping: z.enum(["account", "flat"]).catch(FIRST.grouping),
  collapsed: z.array(z.string()),
  welcomed: z.boolean(),
});

export async function findViewPreference(db: PrismaClient, { idp, subject }: Owner): Promise<StoredView> {
  const found = await db.viewPreference.findUnique({ where: { idp_subject: { idp, subject } } });
  return found === null ? FIRST : row.parse(found);
}

/** Changes what is named and leaves the rest as it was. */
export async function saveViewPreference(
  db: PrismaClient,
  { idp, subject }: Owner,
  change: Partial<StoredView>,
): Promise<void> {
  const { collapsed, ...rest } = change;
  const columns = { ...rest, ...(collapsed === undefined ? {} : { collapsed: [...collapsed] }) };
  await db.viewPreference.upsert({
    where: { idp_subject: { idp, subject } },
    create: { idp, subject, ...columns },
    update: columns,
    select: { idp: true },
  });
}
