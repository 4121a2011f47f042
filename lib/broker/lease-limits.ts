import "server-only";
import { addToRate, findRate } from "#lib/db/rate-counts";
import type { RequestContext } from "#lib/identity";
import { blockOfAddress } from "#lib/session-policy/public-address";
import type { Portal } from "./portal";

export const LEASE_WINDOW_SECONDS = 600;
/** A script that starts the AWS CLI every ten seconds asks as often: each run asks anew. A loop that never waits goes far beyond. */
const MOST_USES = 60;
/** Containers that do not know that their lease is over ask on, four times a failure (SDK for JavaScript). */
const MOST_WRONG = 300;

/** Whether this lease has been asked with too often within ten minutes, the asking counted; `first` for the first time too often. */
export async function isAskedTooOften(portal: Portal, leaseId: string): Promise<"first" | "again" | null> {
  const count = await addToRate(portal.storage.query, `lease ${leaseId}`, LEASE_WINDOW_SECONDS, portal.now());
  if (count <= MOST_USES) return null;
  return count === MOST_USES + 1 ? "first" : "again";
}

/** Whoever has an IPv6 address has the whole /64, so that it counts as one. */
function wrongKey({ address }: RequestContext): string {
  const block = blockOfAddress(address, true);
  return `lease-wrong ${block.ok ? block.value.cidr : "nowhere"}`;
}

/** Whether so many tokens from there were nobody's that the next such one is not even counted. Right ones pass. */
export async function isGuessing(portal: Portal, context: RequestContext): Promise<boolean> {
  return (await findRate(portal.storage.query, wrongKey(context), portal.now())) >= MOST_WRONG;
}

export async function noteWrongToken(portal: Portal, context: RequestContext): Promise<void> {
  await addToRate(portal.storage.query, wrongKey(context), LEASE_WINDOW_SECONDS, portal.now());
}
