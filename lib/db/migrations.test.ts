import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { describe, expect, test } from "vitest";
import { startPostgres } from "./fixtures/postgres-server";
import { applyMigrations, diffToSchema } from "./migrations";
import { openDatabase } from "./open-database";
import { createPgliteFactory } from "./pglite-factory";

const MIGRATIONS = [
  "20261121000000_foundation",
  "20261121010000_remembered_scopes",
  "20261121020000_trust_policies",
  "20261121030000_session_names",
  "20261121040000_preferences",
  "20261121050000_cli_sign_ins",
  "20261121060000_leases",
];

describe("migrations", () => {
  test("lead exactly to the schema, and a second start applies none", async () => {
    const factory = createPgliteFactory(await PGlite.create());
    expect(await applyMigrations(factory)).toEqual(MIGRATIONS);
    expect(await applyMigrations(factory)).toEqual([]);
    expect(await diffToSchema(factory, "migrations")).toMatch(/^(-- This is an empty migration\.)?\s*$/);
  });

  test("that fails is not taken for applied: nobody starts on half a schema", async () => {
    const pglite = await PGlite.create();
    await applyMigrations(createPgliteFactory(pglite));
    const last = MIGRATIONS.at(-1);
    // Its table is there already, so that it cannot be applied a second time.
    await pglite.query("DELETE FROM _prisma_migrations WHERE migration_name = $1", [last]);
    await expect(applyMigrations(createPgliteFactory(pglite))).rejects.toThrow();
    const { rows } = await pglite.query("SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL");
    expect(rows).not.toContainEqual({ migration_name: last });
  });

  test("are applied once when three instances start at the same moment", async () => {
    const server = await startPostgres();
    const open = () => openDatabase({ url: server.url, directory: "/nonexistent" });
    const instances = await Promise.all([open(), open(), open()]);
    const [first] = instances;
    const rows = await first.client.$queryRaw`SELECT migration_name FROM _prisma_migrations ORDER BY migration_name`;
    expect(rows).toEqual(MIGRATIONS.map((name) => ({ migration_name: name })));
    await Promise.all(instances.map((instance) => instance.close()));
    await server.stop();
  });
});

describe("the embedded database's directory", () => {
  test("is refused in one sentence while another process has it", async () => {
    const directory = mkdtempSync(join(tmpdir(), "gatehouse-lock-"));
    // Process 1 is alive and not this one; without its start time the lock would be taken for a leftover.
    const start = readFileSync("/proc/1/stat", "utf8").split(") ")[1]?.split(" ")[19];
    writeFileSync(join(directory, "lock"), `1 ${start}`);
    await expect(openDatabase({ directory })).rejects.toThrow(/is in use by process 1: stop that one/);
    rmSync(directory, { recursive: true });
  });

  test("is taken over from a process that is gone", async () => {
    const directory = mkdtempSync(join(tmpdir(), "gatehouse-lock-"));
    writeFileSync(join(directory, "lock"), "999999999 1");
    const database = await openDatabase({ directory });
    await database.close();
    rmSync(directory, { recursive: true });
  });
});
