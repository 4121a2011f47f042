import "server-only";
import { currentConfig } from "#lib/config/current";
import { deriveKey, findPortalSecret } from "#lib/config/portal-secret";
import type { PrismaClient } from "./generated/client";
import { openDatabase, type Query } from "./open-database";
import { createSealer, type Sealer } from "./sealed";

export type Storage = {
  readonly db: PrismaClient;
  readonly query: Query;
  readonly sealer: Sealer;
  readonly authSecret: string;
  readonly close: () => Promise<void>;
};

declare global {
  var gatehouseStorage: Promise<Storage> | undefined;
}

async function openStorage(): Promise<Storage> {
  const { database, portal } = await currentConfig();
  const { client, query, close } = await openDatabase(database);
  const secret = await findPortalSecret({ configured: portal.secret, directory: database.directory });
  const sealer = createSealer(deriveKey(secret, "sealed-columns"));
  return { db: client, query, sealer, authSecret: deriveKey(secret, "next-auth").toString("base64"), close };
}

/** The one database of this process. On globalThis, since Next bundles a module more than once. */
export function currentStorage(): Promise<Storage> {
  globalThis.gatehouseStorage ??= openStorage();
  return globalThis.gatehouseStorage;
}
