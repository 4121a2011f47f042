import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildChildEnvironment } from "./demo/child-environment.mjs";
import { createChildren } from "./demo/children.mjs";
import { waitUntilReady } from "./demo/run-demo.mjs";
import { startSandbox, writePortalConfiguration } from "./demo/start-sandbox";
import { E2E_PORT } from "./portal/addresses";

/** Starts the sandbox in this process and the built portal beside it, with a database of its own. Answers how to stop all. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), "gatehouse-e2e-"));
  const sandbox = await startSandbox({ basePort: E2E_PORT });
  const configPath = await writePortalConfiguration(directory, { addresses: sandbox.addresses });
  const root = join(import.meta.dirname, "..");
  const children = createChildren({ cwd: root });
  const portal = children.start({
    name: "the portal",
    args: [join(root, "node_modules/next/dist/bin/next"), "start", "-p", String(E2E_PORT), "-H", "127.0.0.1"],
    env: buildChildEnvironment(process.env, { NODE_ENV: "production", GATEHOUSE_CONFIG: configPath }),
    onLine: (line: string) => {
      if (process.env.GATEHOUSE_E2E_LOG) process.stdout.write(`${line}\n`);
    },
  });
  await waitUntilReady(`${sandbox.addresses.portalUrl}/api/health/ready`, portal.ended);
  return async () => {
    await children.stopAll();
    await sandbox.close();
    await rm(directory, { recursive: true, force: true });
  };
}
