import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const STAMP = ".next/gatehouse-sources";
const SOURCES = ["app", "components", "lib", "prisma", "public", "next.config.ts", "instrumentation.ts", "proxy.ts"];
const ALSO = ["package.json", "package-lock.json", "tsconfig.json", "postcss.config.mjs"];
const IGNORED = /(^|\/)(generated|fixtures)(\/|$)|\.test\.tsx?$/;

function* filesUnder(path) {
  if (!existsSync(path) || IGNORED.test(path)) return;
  if (!statSync(path).isDirectory()) return yield path;
  for (const name of readdirSync(path).sort()) yield* filesUnder(join(path, name));
}

function fingerprint() {
  const hash = createHash("sha256");
  for (const path of [...SOURCES, ...ALSO].flatMap((source) => [...filesUnder(source)])) {
    hash.update(path).update("\0").update(readFileSync(path)).update("\0");
  }
  return hash.digest("hex");
}

function run(command, args, env = {}) {
  const { status } = spawnSync(command, args, {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
  });
  if (status !== 0) throw new Error(`${[command, ...args].join(" ")} failed: see above`);
}

/** Writes the Prisma client. The command asks for an engine that it does not use; any executable will do. */
export function generateClient() {
  run("node_modules/.bin/prisma", ["generate", "--config", "prisma/prisma.config.ts"], {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
  });
}

const isFresh = (mark) => existsSync(STAMP) && readFileSync(STAMP, "utf8") === mark;

/** Builds the portal, unless the last build was of the same sources. True when it built. */
export function buildPortal() {
  const mark = fingerprint();
  if (isFresh(mark) && existsSync("lib/db/generated/client.ts")) return false;
  generateClient();
  run("node_modules/.bin/next", ["build"]);
  mkdirSync(".next", { recursive: true });
  writeFileSync(STAMP, mark);
  return true;
}
