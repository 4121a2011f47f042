import "server-only";
import { readFile } from "node:fs/promises";
import { checkTemplates } from "#lib/access/check-templates";
import { type CompiledAccess, compileAccess } from "#lib/access/compile-rules";
import type { AuditEntry } from "#lib/audit/event";
import { currentConfig } from "#lib/config/current";
import { createEnvironments, type EnvironmentOf } from "#lib/config/environments";
import type { LoadedConfig } from "#lib/config/load";
import { configInvalid } from "#lib/config/start-failure";
import { createAuditWriter } from "#lib/db/audit-writer";
import { currentStorage, type Storage } from "#lib/db/current";
import { createIdpDirectory, type IdpDirectory } from "#lib/saml/idp-directory";

/** What the use cases work with: one per process. */
export type Portal = {
  readonly config: LoadedConfig;
  readonly access: CompiledAccess;
  /** By the labels of an account. */
  readonly environmentOf: EnvironmentOf;
  readonly storage: Storage;
  /** By the id of the SAML identity provider. */
  readonly samlIdps: ReadonlyMap<string, IdpDirectory>;
  readonly record: (entry: AuditEntry) => Promise<void>;
  readonly now: () => Date;
};

declare global {
  var gatehousePortal: Promise<Portal> | undefined;
}

function openSamlIdps(config: LoadedConfig): ReadonlyMap<string, IdpDirectory> {
  const readText = (path: string) => readFile(path, "utf8");
  const providers = config.identityProviders.filter((provider) => provider.type === "saml");
  return new Map(
    providers.map((provider) => [
      provider.id,
      createIdpDirectory({ provider, fetch, now: () => new Date(), readFile: readText }),
    ]),
  );
}

async function openPortal(): Promise<Portal> {
  const config = await currentConfig();
  const problems = checkTemplates(config.access);
  if (problems.length > 0) throw configInvalid(problems, "the configuration");
  const storage = await currentStorage();
  return {
    config,
    storage,
    access: compileAccess(config.access),
    environmentOf: createEnvironments(config.portal.environments),
    samlIdps: openSamlIdps(config),
    record: createAuditWriter(storage.query),
    now: () => new Date(),
  };
}

export function currentPortal(): Promise<Portal> {
  globalThis.gatehousePortal ??= openPortal();
  return globalThis.gatehousePortal;
}
