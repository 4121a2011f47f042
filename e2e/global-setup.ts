import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createChildren } from "./demo/children.mjs";
import { startSandbox, writePortalConfiguration } from "./demo/start-sandbox";
import { portOf, WORKERS } from "./portal/addresses";
import { startBuiltPortal } from "./portal/start-built-portal";

async function startFor(directory: string, port: number): Promise<() => Promise<void>> {
  await mkdir(directory);
  const sandbox = await startSandbox({ basePort: port });
  const { addresses } = sandbox;
  const configPath = await writePortalConfiguration(directory, { addresses });
  const children = createChildren({ cwd: join(import.meta.dirname, "..") });
  const log = createWriteStream(join(directory, "portal.log"));
  const onLine = (line: string) => void log.write(`${line}\n`);
  await startBuiltPortal(children, { port, url: addresses.portalUrl, configPath, onLine });
  return async () => {
    await children.stopAll();
    await sandbox.close();
  };
}

/**
 * Starts a sandbox in this process and the built portal beside it for each worker, with a database of its own. Answers how to
 * stop all.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const root = await mkdtemp(join(tmpdir(), "gatehouse-e2e-"));
  // Tests look there for what must not be there.
  process.env.GATEHOUSE_E2E_DIRECTORY = root;
  const workers = Array.from({ length: WORKERS }, (_, worker) => worker);
  const stops = await Promise.all(workers.map((worker) => startFor(join(root, String(worker)), portOf(worker))));
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
    await rm(root, { recursive: true, force: true });
  };
}
