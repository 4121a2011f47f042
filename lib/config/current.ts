import "server-only";
import { access } from "node:fs/promises";
import { resolve } from "node:path";
import { type LoadedConfig, loadConfig } from "./load";
import { configInvalid, configMissing } from "./start-failure";

declare global {
  var gatehouseConfig: Promise<LoadedConfig> | undefined;
}

async function openConfig(): Promise<LoadedConfig> {
  const configured = process.env.GATEHOUSE_CONFIG;
  const isConfigured = configured !== undefined && configured !== "";
  const path = resolve(isConfigured ? configured : "gatehouse.yaml");
  const exists = await access(path).then(
    () => true,
    () => false,
  );
  if (!exists) throw configMissing(isConfigured ? configured : "./gatehouse.yaml", isConfigured);
  const loaded = await loadConfig({ path, env: process.env });
  if (!loaded.ok) throw configInvalid(loaded.error, path);
  return loaded.value;
}

/**
 * The configuration of this process, from `GATEHOUSE_CONFIG` or `./gatehouse.yaml`, read once. On globalThis, since Next
 * bundles a module more than once. Throws what `describeStartFailure` puts into words when it is missing or does not hold.
 */
export function currentConfig(): Promise<LoadedConfig> {
  globalThis.gatehouseConfig ??= openConfig();
  return globalThis.gatehouseConfig;
}
