import "server-only";
import { createOidcDirectory, type OidcDirectory } from "./directory";

declare global {
  var gatehouseOidcDirectory: OidcDirectory | undefined;
}

/** The directory of this process. On globalThis, since Next bundles a module more than once. */
export function currentOidcDirectory(): OidcDirectory {
  globalThis.gatehouseOidcDirectory ??= createOidcDirectory({ fetch, now: () => new Date() });
  return globalThis.gatehouseOidcDirectory;
}
