import "server-only";
import { log } from "#lib/log";
import { currentPortal } from "./portal";

/** Whether this instance can serve people: configuration, database and keys are there. */
export async function isReady(): Promise<boolean> {
  try {
    const { storage } = await currentPortal();
    await storage.db.signingKey.count();
    return true;
  } catch (err) {
    log.warn({ err }, "not ready");
    return false;
  }
}
