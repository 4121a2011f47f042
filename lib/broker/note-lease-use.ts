import "server-only";
import { type LeaseUse, noteLeaseUses } from "#lib/db/leases";
import type { Caller } from "#lib/identity";
import { log } from "#lib/log";
import type { Portal } from "./portal";

/** After the answer has left; what asks again within this time is counted in the same statement. */
const DELAY_MS = 200;

type Noted = LeaseUse & { readonly times: number };

/** By lease: what waits for the next statement. */
const waiting = new Map<string, Noted>();

async function write(portal: Portal, leaseId: string): Promise<void> {
  const noted = waiting.get(leaseId);
  waiting.delete(leaseId);
  if (noted === undefined) return;
  try {
    await noteLeaseUses(portal.storage.db, leaseId, noted, noted.times);
  } catch (err) {
    log.warn({ err, leaseId }, "a use of a lease was not noted");
  }
}

/** Remembers when and from where a lease was used, for its person to see. Costs nobody their credentials when it fails. */
export function noteLeaseUse(portal: Portal, { address, userAgent }: Caller, leaseId: string): void {
  const last = waiting.get(leaseId);
  waiting.set(leaseId, { at: portal.now(), address, userAgent, times: (last?.times ?? 0) + 1 });
  if (last === undefined) setTimeout(() => write(portal, leaseId), DELAY_MS);
}
