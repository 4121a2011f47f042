import "server-only";
import { currentConfig } from "#lib/config/current";
import { describeStartFailure } from "#lib/config/start-failure";
import { currentStorage } from "#lib/db/current";
import { sweepExpired } from "#lib/db/sweep";
import { log } from "#lib/log";
import { currentPortal } from "./portal";
import { signingKeys } from "./signing-keys";

const SWEEP_INTERVAL_MS = 10 * 60_000;

async function sweep(): Promise<void> {
  try {
    const { db } = await currentStorage();
    await sweepExpired(db, new Date());
    await signingKeys();
  } catch (err) {
    log.error({ err }, "sweeping failed; it is tried again");
  }
}

/**
 * Checks everything that has to hold before the first request, in this process. What is wrong is said once, in plain
 * words, and the process ends with status 1: a portal with half a configuration answers nobody.
 */
export async function startPortal(): Promise<void> {
  try {
    const config = await currentConfig();
    // next-auth knows its own address from here only: neither Host nor X-Forwarded-Host is looked at.
    process.env.NEXTAUTH_URL = config.portal.url;
    await currentPortal();
    await signingKeys();
  } catch (error) {
    process.stderr.write(`${describeStartFailure(error)}\n`);
    process.exit(1);
  }
  setInterval(() => void sweep(), SWEEP_INTERVAL_MS).unref();
}
