import { type Dirent, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";

/** Something that was written, by where. */
export type Written = { readonly where: string; readonly bytes: Buffer };

function listFiles(directory: string): readonly string[] {
  return readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry: Dirent) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Every file below a directory; only those changed since then where a time is given. */
export function* readFilesBelow(directory: string, sinceMs = 0): Generator<Written> {
  for (const path of listFiles(directory)) {
    if (statSync(path).mtimeMs >= sinceMs) yield { where: path, bytes: readFileSync(path) };
  }
}

/** Every row of every table as text; what the files hold may be compressed there. The portal has to be stopped. */
export async function readRows(dataDirectory: string): Promise<readonly Written[]> {
  const database = await PGlite.create(join(dataDirectory, "pglite"));
  const tables = await database.query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'",
  );
  const written: Written[] = [];
  for (const { name } of tables.rows) {
    const { rows } = await database.query<{ text: string }>(`SELECT t::text AS text FROM "${name}" t`);
    written.push(...rows.map(({ text }) => ({ where: `table ${name}`, bytes: Buffer.from(text) })));
  }
  await database.close();
  return written;
}
