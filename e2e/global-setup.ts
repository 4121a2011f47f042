import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createChildren } from "./demo/children.mjs";
import { startSandbox, writePortalConfiguration } from "./demo/start-sandbox";
import { E2E_PORT } from "./portal/addresses";
import { startBuiltPortal } from "./portal/start-built-portal";

/** Starts the sandbox in this process and the built portal beside it, with a database of its own. Answers how to stop all. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), "gatehouse-e2e-"));
  const sandbox = await startSandbox({ basePort: E2E_PORT });
  const { addresses } = sandbox;
  const configPath = await writePortalConfiguration(directory, { addresses });
  const children = createChildren({ cwd: join(import.meta.dirname, "..") });
  // Tests look here for what must not be there.
  process.env.GATEHOUSE_E2E_DIRECTORY = directory;
  const log = createWriteStream(join(directory, "portal.log"));
  const onLine = (line: string) => void log.write(`${line}\n`);
  await startBuiltPortal(children, { port: E2E_PORT, url: addresses.portalUrl, configPath, onLine });
  return async () => {
    await children.stopAll();
    await sandbox.close();
    await rm(directory, { recursive: true, force: true });
  };
}
