import "server-only";
import { type CompiledAccess, compileAccess } from "#lib/access/compile-rules";
import type { AuditEntry } from "#lib/audit/event";
import { currentConfig } from "#lib/config/current";
import type { LoadedConfig } from "#lib/config/load";
import { recordAuditEntry } from "#lib/db/audit-events";
import { currentStorage, type Storage } from "#lib/db/current";

/** What the use cases work with: one per process. */
export type Portal = {
  readonly config: LoadedConfig;
  readonly access: CompiledAccess;
  readonly storage: Storage;
  readonly record: (entry: AuditEntry) => Promise<void>;
  readonly now: () => Date;
};

declare global {
  var gatehousePortal: Promise<Portal> | undefined;
}

async function openPortal(): Promise<Portal> {
  const [config, storage] = await Promise.all([currentConfig(), currentStorage()]);
  return {
    config,
    storage,
    access: compileAccess(config.access),
    record: (entry) => recordAuditEntry(storage.db, entry),
    now: () => new Date(),
  };
}

export function currentPortal(): Promise<Portal> {
  globalThis.gatehousePortal ??= openPortal();
  return globalThis.gatehousePortal;
}
