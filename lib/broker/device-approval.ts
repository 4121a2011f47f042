import "server-only";
import { type KnownUserAgent, recogniseUserAgent } from "#lib/audit/user-agent";
import {
  type DeviceAuthorization,
  type DeviceDecision,
  decideDevice,
  findWaitingDevice,
} from "#lib/db/device-authorizations";
import type { Caller } from "#lib/identity";
import { err, ok, type Result } from "#lib/result";
import { blockOfAddress } from "#lib/session-policy/public-address";
import { parseUserCode } from "#lib/sso/user-code";
import { recordCli } from "./cli-audit";
import { isLockedOut, noteWrongCode } from "./cli-limits";
import { offeredGrants } from "./offered-grants";
import { currentPortal, type Portal } from "./portal";
import { stopWaiting } from "./waiting-polls";

export type DeviceRefusalCode = "device_codes_locked" | "device_code_unknown";

/** Where a command line is, as seen from the browser that looks at its request: at the same address, near, or anywhere. */
export type AskedFrom = "same" | "private" | "elsewhere" | "unknown";

function placeOf(address: string | null, caller: Caller): AskedFrom {
  if (address === null) return "unknown";
  if (address === caller.address) return "same";
  return blockOfAddress(address, false).ok ? "elsewhere" : "private";
}

/** What a person decides about: everything that they can compare with what is before them. */
export type ApprovalView = {
  readonly clientName: string;
  readonly program: KnownUserAgent | null;
  readonly address: string | null;
  readonly network: AskedFrom;
  readonly askedAt: string;
  /** Until when it may renew: the end of the person's own sign-in. */
  readonly lastsUntil: string;
  /** So soon that little can be done until then. */
  readonly endsSoon: boolean;
  readonly roleCount: number;
  readonly accountCount: number;
};

/** AWS issues nothing shorter than 15 minutes, and command lines renew when as much is left. */
const SHORT_MS = 30 * 60_000;

/** What a command line could do in this person's name. */
export function describeReach(portal: Portal, caller: Caller) {
  const grants = offeredGrants(portal, caller).filter(({ via }) => via !== "session-token");
  return {
    roleCount: grants.length,
    accountCount: new Set(grants.map(({ accountId }) => accountId)).size,
    lastsUntil: caller.session.expiresAt.toISOString(),
    endsSoon: caller.session.expiresAt.getTime() - portal.now().getTime() < SHORT_MS,
  };
}

async function findByCode(
  portal: Portal,
  caller: Caller,
  text: string,
  counts = true,
): Promise<Result<DeviceAuthorization, DeviceRefusalCode>> {
  if (await isLockedOut(portal, caller)) return err("device_codes_locked");
  const userCode = parseUserCode(text);
  const row = userCode === null ? null : await findWaitingDevice(portal.storage.db, userCode, portal.now());
  if (row !== null) return ok(row);
  if (counts) await noteWrongCode(portal, caller);
  await recordCli(portal, caller, "cli.refused", caller.session, { reason: "device_code_unknown" });
  return err("device_code_unknown");
}

/** What waits under this code. A wrong one that `counts` is one of two, after which none is looked up for a while. */
export async function describeDevice(
  caller: Caller,
  text: string,
  { counts }: { readonly counts: boolean } = { counts: true },
): Promise<Result<ApprovalView & { readonly userCode: string }, DeviceRefusalCode>> {
  const portal = await currentPortal();
  const found = await findByCode(portal, caller, text, counts);
  if (!found.ok) return found;
  const { userCode, clientName, userAgent, address, createdAt } = found.value;
  return ok({
    userCode,
    clientName,
    program: recogniseUserAgent(userAgent),
    address,
    network: placeOf(address, caller),
    askedAt: createdAt.toISOString(),
    ...describeReach(portal, caller),
  });
}

/** Whether a code counts only when it was typed here: a link that brings one may have come from anybody. */
export async function mustTypeCode(): Promise<boolean> {
  return (await currentPortal()).config.portal.deviceCodes.mode === "typed";
}

/** The person's word, once. Nothing is given here: the command line fetches its tokens when it asks the next time. */
export async function decideOnDevice(
  caller: Caller,
  { userCode: text, decision }: { readonly userCode: string; readonly decision: DeviceDecision },
): Promise<Result<null, DeviceRefusalCode>> {
  const portal = await currentPortal();
  const found = await findByCode(portal, caller, text);
  if (!found.ok) return found;
  const { userCode, clientName, address } = found.value;
  const asked = { clientName, ...(address === null ? {} : { askedFrom: address }) };
  const kind = decision === "allowed" ? "cli.authorized" : "cli.refused";
  const detail = decision === "allowed" ? asked : { ...asked, reason: "refused_by_person" };
  // Written first: nothing is allowed that is not recorded.
  await recordCli(portal, caller, kind, caller.session, detail);
  const word = { decision, sessionId: caller.session.id };
  const isFirst = await decideDevice(portal.storage.db, userCode, word, portal.now());
  stopWaiting(userCode);
  return isFirst ? ok(null) : err("device_code_unknown");
}
