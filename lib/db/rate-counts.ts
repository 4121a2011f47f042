import "server-only";
import { z } from "zod";
import type { Query } from "./open-database";

const COUNT = `INSERT INTO "RateCount" AS r ("key", "count", "resetsAt") VALUES ($1, 1, $2)
  ON CONFLICT ("key") DO UPDATE SET
    "count" = CASE WHEN r."resetsAt" <= $3 THEN 1 ELSE r."count" + 1 END,
    "resetsAt" = CASE WHEN r."resetsAt" <= $3 THEN excluded."resetsAt" ELSE r."resetsAt" END
  RETURNING "count"`;
const FIND = `SELECT "count" FROM "RateCount" WHERE "key" = $1 AND "resetsAt" > $2`;

const row = z.object({ count: z.number() });

/** Counts one more under this key, and answers how many that makes in its window, which begins with the first. */
export async function addToRate(query: Query, key: string, windowSeconds: number, now: Date): Promise<number> {
  const [counted] = await query(COUNT, [key, new Date(now.getTime() + windowSeconds * 1000), now]);
  return row.parse(counted).count;
}

/** How many there were in the window that is open now. */
export async function findRate(query: Query, key: string, now: Date): Promise<number> {
  const [found] = await query(FIND, [key, now]);
  return found === undefined ? 0 : row.parse(found).count;
}
