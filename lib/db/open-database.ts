import "server-only";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { log } from "#lib/log";
import { lockDirectory } from "./directory-lock";
import { PrismaClient } from "./generated/client";
import { applyMigrations } from "./migrations";
import { createPgliteFactory } from "./pglite-factory";
import { createPreparedQuery } from "./prepared-query";

/**
 * One SQL statement with `$1` parameters, straight to the driver. For the three statements of the hot path, where Prisma's
 * share would be most of the time; everything else goes through the client.
 */
export type Query = (sql: string, parameters: readonly unknown[]) => Promise<readonly unknown[]>;

export type Database = {
  readonly client: PrismaClient;
  readonly query: Query;
  readonly close: () => Promise<void>;
};

/** Any constant will do: it only has to be the same in each instance that migrates one database. */
const MIGRATION_LOCK = 4_281_650_013;

/** An idle connection ended by the server, at its restart for one. The pool opens another; unheard, it would end the process. */
const noteLostConnection = (err: Error): void => log.warn({ err }, "a connection to the database was lost");

async function openPool(connectionString: string, max: number) {
  const { default: pg } = await import("pg");
  const pool = new pg.Pool({ connectionString, max });
  pool.on("error", noteLostConnection);
  return pool;
}

/**
 * Brings a server's schema up to date, one instance at a time. On connections of its own, which are closed afterwards:
 * the schema engine takes a session-wide lock and gives it back only by hanging up.
 */
async function migrateServer(connectionString: string): Promise<void> {
  const { default: pg } = await import("pg");
  const lock = new pg.Client({ connectionString });
  const pool = await openPool(connectionString, 2);
  lock.on("error", noteLostConnection);
  await lock.connect();
  try {
    await lock.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await applyMigrations(new PrismaPg(pool));
  } finally {
    await pool.end();
    await lock.end();
  }
}

async function openServer(connectionString: string): Promise<Database> {
  await migrateServer(connectionString);
  const pool = await openPool(connectionString, 20);
  const client = new PrismaClient({ adapter: new PrismaPg(pool) });
  const query: Query = async (sql, parameters) => (await pool.query(sql, [...parameters])).rows;
  const close = async () => {
    await client.$disconnect();
    await pool.end();
  };
  return { client, query, close };
}

async function openEmbedded(directory: string): Promise<Database> {
  const release = lockDirectory(directory);
  const { PGlite } = await import("@electric-sql/pglite");
  const pglite = await PGlite.create(join(directory, "pglite"));
  const factory = createPgliteFactory(pglite);
  await applyMigrations(factory);
  const client = new PrismaClient({ adapter: factory });
  const query = await createPreparedQuery(pglite);
  const close = async () => {
    await client.$disconnect();
    await pglite.close();
    release();
  };
  return { client, query, close };
}

/**
 * Opens the database that the configuration names and brings its schema up to date: the PostgreSQL server of
 * `database.url`, else PGlite in the data directory. Throws one clear sentence when the directory is in use.
 */
export function openDatabase(options: { url?: string | undefined; directory: string }): Promise<Database> {
  return options.url === undefined ? openEmbedded(options.directory) : openServer(options.url);
}
