import "server-only";
import { addToRate, findRate } from "#lib/db/rate-counts";
import type { Caller, RequestContext } from "#lib/identity";
import { blockOfAddress } from "#lib/session-policy/public-address";
import type { Portal } from "./portal";

const WINDOW_SECONDS = 600;
/** An office behind one address begins its day within ten minutes; a script that never stops goes far beyond. */
const MOST = { register: 1000, device: 6000, config: 1000 } as const;

/** Whoever has an IPv6 address has the whole /64, so that it counts as one. */
function neighbourhood({ address }: RequestContext): string {
  const block = blockOfAddress(address, true);
  return block.ok ? block.value.cidr : "nowhere";
}

/** Whether this address has begun too many within ten minutes; the asking counts. */
export async function isTooMany(portal: Portal, context: RequestContext, what: keyof typeof MOST): Promise<boolean> {
  const key = `cli-${what} ${neighbourhood(context)}`;
  return (await addToRate(portal.storage.query, key, WINDOW_SECONDS, portal.now())) > MOST[what];
}

/** Nobody mistypes a code that stands on their screen three times. */
const WRONG_CODES = 2;

const codeKey = ({ session }: Caller) => `cli-code ${JSON.stringify([session.identity.idp, session.identity.subject])}`;

/** Whether this person has named so many wrong codes that none is looked up for a while, right ones neither. */
export async function isLockedOut(portal: Portal, caller: Caller): Promise<boolean> {
  return (await findRate(portal.storage.query, codeKey(caller), portal.now())) >= WRONG_CODES;
}

export async function noteWrongCode(portal: Portal, caller: Caller): Promise<void> {
  await addToRate(portal.storage.query, codeKey(caller), WINDOW_SECONDS, portal.now());
}
