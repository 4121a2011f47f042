import "server-only";
import { createHash } from "node:crypto";
import { listDecidedDevices } from "#lib/db/device-authorizations";
import { log } from "#lib/log";
import { OIDC_ERRORS } from "#lib/sso/oidc-errors";
import { createWaitingPolls, type WaitingPoll, type WaitingPolls } from "#lib/sso/waiting-polls";
import { currentPortal } from "./portal";

/** How late somebody's word may arrive at a program that polls every five seconds. */
const REFRESH_MS = 1000;

type Kept = { readonly polls: WaitingPolls; isWatched: boolean };

declare global {
  var gatehouseWaitingPolls: Kept | undefined;
}

function kept(): Kept {
  globalThis.gatehouseWaitingPolls ??= { polls: createWaitingPolls(), isWatched: false };
  return globalThis.gatehouseWaitingPolls;
}

const hashBody = (body: string | Uint8Array) => createHash("sha256").update(body).digest("base64url");

/** One question a second for all that wait, whichever instance decided; none when nobody waits. */
async function refresh(): Promise<void> {
  const { polls } = kept();
  try {
    const { storage, now } = await currentPortal();
    polls.forget(new Set(await listDecidedDevices(storage.query, now())), now());
  } catch (err) {
    polls.clear();
    log.warn({ err }, "what was decided about device codes could not be read; each poll is answered in full");
  }
  if (polls.size() === 0) kept().isWatched = false;
  else setTimeout(() => void refresh(), REFRESH_MS).unref();
}

/** Remembers a poll that was told to wait, by its body. */
export function keepWaiting(body: string, poll: WaitingPoll): void {
  if (body === "") return;
  const room = kept();
  room.polls.add(hashBody(body), poll);
  if (room.isWatched) return;
  room.isWatched = true;
  setTimeout(() => void refresh(), REFRESH_MS).unref();
}

/** Somebody has decided: the next poll is answered in full. Other instances hear of it within a second. */
export function stopWaiting(userCode: string): void {
  kept().polls.forget(new Set([userCode]), new Date());
}

/** The whole answer to a poll that came before and has to go on waiting; null for everything else. */
export function answerWaiting(
  body: Uint8Array,
): { readonly name: string; readonly status: number; readonly body: string } | null {
  const name = kept().polls.answer(hashBody(body), new Date());
  if (name === null) return null;
  const { status, error } = OIDC_ERRORS[name];
  return { name, status, body: JSON.stringify({ error, error_description: "Nobody has decided yet." }) };
}
