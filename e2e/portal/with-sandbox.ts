import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Addresses, buildAddresses } from "../demo/addresses";
import { buildChildEnvironment } from "../demo/child-environment.mjs";
import { createChildren } from "../demo/children.mjs";
import { startBuiltPortal } from "./start-built-portal";

const root = join(import.meta.dirname, "..", "..");

type Options = { readonly port: number; readonly accounts?: number };

/** Runs `measure` beside the built portal and a sandbox of its own, with that many accounts, and stops both. */
export async function withSandbox<T>(
  { port, accounts }: Options,
  measure: (addresses: Addresses) => Promise<T>,
): Promise<T> {
  const addresses = buildAddresses(port);
  const directory = await mkdtemp(join(tmpdir(), "gatehouse-sandbox-"));
  const children = createChildren({ cwd: root });
  try {
    let onReady = (_configPath: string): void => undefined;
    const ready = new Promise<string>((resolve) => {
      onReady = resolve;
    });
    const size = accounts === undefined ? [] : ["--accounts", String(accounts)];
    const options = ["--port", String(port), "--directory", directory, ...size];
    children.start({
      name: "the sandbox",
      args: ["--import", "tsx", join(root, "e2e/demo/sandbox.ts"), ...options],
      env: buildChildEnvironment(process.env),
      onLine: (line: string) => {
        if (line.startsWith('{"ready":true')) onReady(JSON.parse(line).configPath);
      },
    });
    await startBuiltPortal(children, { port, url: addresses.portalUrl, configPath: await ready });
    return await measure(addresses);
  } finally {
    await children.stopAll();
    await rm(directory, { recursive: true, force: true });
  }
}
