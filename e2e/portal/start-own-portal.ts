import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createChildren } from "../demo/children.mjs";
import { startSandbox, writePortalConfiguration } from "../demo/start-sandbox";
import { E2E_PORT } from "./addresses";
import { startBuiltPortal } from "./start-built-portal";

/** Ports of a second portal, beside the one that all tests share. */
const OWN_PORT = E2E_PORT + 10;

type OwnPortalOptions = {
  /** Keys of `portal` in its configuration, over those of the demo. */
  readonly portal?: Readonly<Record<string, unknown>>;
  /** Beside the configuration, by name. */
  readonly files?: Readonly<Record<string, string>>;
};

/** A portal and a sandbox for one test, which sees all that the portal writes. `stop` ends the portal, `remove` all the rest. */
export async function startOwnPortal({ portal = {}, files = {} }: OwnPortalOptions = {}) {
  const directory = await mkdtemp(join(tmpdir(), "gatehouse-own-"));
  const sandbox = await startSandbox({ basePort: OWN_PORT });
  const { addresses } = sandbox;
  const lines: string[] = [];
  const children = createChildren({ cwd: join(import.meta.dirname, "..", "..") });
  const remove = async () => {
    await children.stopAll();
    await sandbox.close();
    await rm(directory, { recursive: true, force: true });
  };
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(join(directory, name), text);
    const configPath = await writePortalConfiguration(directory, { addresses, portal });
    const onLine = (line: string) => void lines.push(line);
    await startBuiltPortal(children, { port: OWN_PORT, url: addresses.portalUrl, configPath, onLine });
  } catch (error) {
    await remove();
    throw error;
  }
  return { addresses, sandbox, lines, dataDirectory: join(directory, "data"), stop: children.stopAll, remove };
}

export type OwnPortal = Awaited<ReturnType<typeof startOwnPortal>>;
