import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createLog } from "#lib/log";
import { type Database, openDatabase } from "./open-database";

const directory = mkdtempSync(join(tmpdir(), "gatehouse-errors-"));
let database: Database;
beforeAll(async () => {
  database = await openDatabase({ directory });
});
afterAll(async () => {
  await database.close();
  rmSync(directory, { recursive: true });
});

const row = { kind: "SECRET", sealed: new Uint8Array(1), issuedAt: new Date(), expiresAt: new Date() };

/** What the log makes of a write that fails. */
async function logged(failing: Promise<unknown>) {
  const lines: string[] = [];
  const log = createLog({ write: (line) => void lines.push(line) });
  await failing.catch((err: unknown) => log.error({ err }, "a route failed"));
  return lines.join("");
}

test("secrets in logs: a failed write is logged by what went wrong, and none of its values", async () => {
  const stranger = { ...row, sessionId: "00000000-0000-4000-8000-000000000000" };
  const broken = { ...row, sessionId: "no uuid" };
  const unreadable = { ...row, sessionId: stranger.sessionId, expiresAt: new Date(Number.NaN) };
  for (const data of [stranger, broken, unreadable]) {
    const line = await logged(database.client.proof.create({ data }));
    expect(line).toContain('"name":"PrismaClient');
    expect(line).not.toContain("SECRET");
  }
});

test("secrets in logs: nor is what a statement was given, straight to the driver", async () => {
  const line = await logged(database.query('INSERT INTO "AuditEvent" ("kind") VALUES ($1)', ["SECRET"]));
  expect(line).toContain("not-null constraint");
  expect(line).not.toContain("SECRET");
});
