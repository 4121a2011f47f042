import "server-only";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { lockDirectory } from "./directory-lock";
import { PrismaClient } from "./generated/client";
import { applyMigrations } from "./migrations";

export type Database = { readonly client: PrismaClient; readonly close: () => Promise<void> };

/** Any constant will do: it only has to be the same in each instance that migrates one database. */
const MIGRATION_LOCK = 4_281_650_013;

async function migrateServer(url: string, factory: SqlMigrationAwareDriverAdapterFactory): Promise<void> {
  const { Client } = await import("pg");
  const lock = new Client({ connectionString: url });
  await lock.connect();
  try {
    await lock.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await applyMigrations(factory);
  } finally {
    await lock.end();
  }
}

async function openServer(url: string): Promise<Database> {
  const factory = new PrismaPg({ connectionString: url, max: 20 });
  await migrateServer(url, factory);
  const client = new PrismaClient({ adapter: factory });
  return { client, close: () => client.$disconnect() };
}

async function openEmbedded(directory: string): Promise<Database> {
  const release = lockDirectory(directory);
  const { PGlite } = await import("@electric-sql/pglite");
  const pglite = await PGlite.create(join(directory, "pglite"));
  const factory = new PrismaPGlite(pglite);
  await applyMigrations(factory);
  const client = new PrismaClient({ adapter: factory });
  const close = async () => {
    await client.$disconnect();
    await pglite.close();
    release();
  };
  return { client, close };
}

/**
 * Opens the database that the configuration names and brings its schema up to date: the PostgreSQL server of
 * `database.url`, else PGlite in the data directory. Throws one clear sentence when the directory is in use.
 */
export function openDatabase(options: { url?: string | undefined; directory: string }): Promise<Database> {
  return options.url === undefined ? openEmbedded(options.directory) : openServer(options.url);
}
