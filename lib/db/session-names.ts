import "server-only";
import { z } from "zod";
import type { Query } from "./open-database";

export type Person = { readonly idp: string; readonly subject: string };

const CLAIM = `INSERT INTO "SessionName" ("name", "idp", "subject", "createdAt") VALUES ($1, $2, $3, $4)
  ON CONFLICT ("name") DO NOTHING`;
const FIND = `SELECT "idp", "subject" FROM "SessionName" WHERE "name" = $1`;

const row = z.object({ idp: z.string(), subject: z.string() });

/** Whose a session name is: theirs who used it first, on any instance. This person's, when nobody had it. */
export async function claimSessionName(query: Query, name: string, person: Person, now: Date): Promise<Person> {
  await query(CLAIM, [name, person.idp, person.subject, now]);
  const [found] = await query(FIND, [name]);
  return row.parse(found);
}
