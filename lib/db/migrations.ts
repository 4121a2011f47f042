import "server-only";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { openSchemaEngine } from "./schema-engine";

const NO_FILTERS = { externalTables: [], externalEnums: [] };
/** Beside the application, where the container and a checkout both have it. */
const prismaDirectory = () => join(process.cwd(), "prisma");

async function readMigrations() {
  const baseDir = join(prismaDirectory(), "migrations");
  const names = (await readdir(baseDir, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const migrationDirectories = await Promise.all(
    names
      .map((entry) => entry.name)
      .sort()
      .map(async (path) => {
        const value = await readFile(join(baseDir, path, "migration.sql"), "utf8");
        return { path, migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value } } };
      }),
  );
  const content = await readFile(join(baseDir, "migration_lock.toml"), "utf8");
  return { baseDir, lockfile: { path: "migration_lock.toml", content }, shadowDbInitScript: "", migrationDirectories };
}

/**
 * Applies what is missing of `prisma/migrations` and keeps Prisma's own `_prisma_migrations` table.
 * Returns the names of what it applied. Throws when a migration fails or the database was migrated by a newer version.
 */
export async function applyMigrations(factory: SqlMigrationAwareDriverAdapterFactory): Promise<readonly string[]> {
  const engine = await openSchemaEngine(factory, null);
  try {
    const migrationsList = await readMigrations();
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: NO_FILTERS });
    return appliedMigrationNames;
  } finally {
    engine.free();
  }
}

/** The SQL that would take the database's migrations to `prisma/schema.prisma`; empty when they agree. */
export async function diffToSchema(factory: SqlMigrationAwareDriverAdapterFactory, from: "empty" | "migrations") {
  const path = join(prismaDirectory(), "schema.prisma");
  const schema = await readFile(path, "utf8");
  const engine = await openSchemaEngine(factory, schema);
  try {
    const { stdout } = await engine.diff({
      from: from === "empty" ? { tag: "empty" } : { tag: "migrations", ...(await readMigrations()) },
      to: { tag: "schemaDatamodel", files: [{ path, content: schema }] },
      script: true,
      exitCode: null,
      filters: NO_FILTERS,
    });
    return stdout ?? "";
  } finally {
    engine.free();
  }
}
