import "server-only";
import type { PGlite } from "@electric-sql/pglite";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { PrismaPGlite } from "pglite-prisma-adapter";

/**
 * Prisma's adapter for PGlite, with scripts that are waited for: the adapter's own `executeScript` begins the script and answers
 * at once, so that a migration that fails would be recorded as applied.
 */
export function createPgliteFactory(pglite: PGlite): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPGlite(pglite);
  const connectPlainly = factory.connect.bind(factory);
  const connect = async () => {
    const adapter = await connectPlainly();
    return Object.assign(adapter, {
      executeScript: async (script: string) => {
        await pglite.exec(script);
      },
    });
  };
  return Object.assign(factory, { connect });
}
