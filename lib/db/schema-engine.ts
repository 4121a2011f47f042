import "server-only";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import { z } from "zod";

const ENGINE = "@prisma/schema-engine-wasm/schema_engine_bg";
const startFunction = z.custom<() => void>((value) => typeof value === "function");

/** Once a process: the binding keeps one instance, and a second would read the first one's memory. */
async function loadEngine() {
  const engine = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  // The package leaves loading the .wasm to a bundler; Node needs it done by hand.
  const directory = dirname(createRequire(join(process.cwd(), "package.json")).resolve(ENGINE));
  const bytes = new Uint8Array(await readFile(join(directory, "schema_engine_bg.wasm")));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": { ...engine } });
  engine.__wbg_set_wasm(instance.exports);
  startFunction.parse(instance.exports.__wbindgen_start)();
  return engine;
}

let loading: ReturnType<typeof loadEngine> | undefined;

/** Prisma's own schema engine as WebAssembly, on this adapter. Nothing is downloaded: the package ships it. */
export async function openSchemaEngine(
  factory: SqlMigrationAwareDriverAdapterFactory,
  datamodel: string | null,
): Promise<SchemaEngine> {
  loading ??= loadEngine();
  const engine = await loading;
  const datamodels: [string, string][] | undefined = datamodel === null ? undefined : [["schema.prisma", datamodel]];
  return engine.SchemaEngine.new({ datamodels }, () => undefined, bindMigrationAwareSqlAdapterFactory(factory));
}
