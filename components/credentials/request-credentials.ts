import type { SessionFields } from "../session-options/session-choice";
import { ISSUED_EVENT } from "../sessions/session-events";

/** What is asked for: a role, or the continuation of what was asked before the person had to sign in again. */
export type CredentialsRequest =
  | (SessionFields & { readonly accountId: string; readonly roleName: string; readonly region?: string })
  | { readonly resume: string };

/** The answer as it came, not yet looked at. `clockOffsetMs`: how far the server's clock is ahead of this one. */
export type Reply = { readonly status: number; readonly body: unknown; readonly clockOffsetMs: number };

/**
 * Asks the portal, once, for credentials. Null when no answer came or it was not JSON. The answer goes into no cache and
 * nowhere but to the caller.
 */
export async function requestCredentials(request: CredentialsRequest, signal: AbortSignal): Promise<Reply | null> {
  try {
    const response = await fetch("/api/credentials", {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(request),
      cache: "no-store",
      credentials: "same-origin",
      redirect: "error",
      signal,
    });
    const body: unknown = await response.json();
    if (response.ok) window.dispatchEvent(new Event(ISSUED_EVENT));
    return { status: response.status, body, clockOffsetMs: readClockOffset(response.headers.get("date"), Date.now()) };
  } catch {
    // Who watches the connection looks whether the portal is there at all: components/states.
    if (!signal.aborted) window.dispatchEvent(new Event("portal-unreachable"));
    return null;
  }
}

// The header counts whole seconds; smaller differences are its rounding and the way here.
const IGNORED_OFFSET_MS = 5_000;

/** So that a wrong clock on the person's machine does not show credentials as expired. */
export function readClockOffset(dateHeader: string | null, nowMs: number): number {
  const offset = dateHeader === null ? Number.NaN : Date.parse(dateHeader) - nowMs;
  return Math.abs(offset) > IGNORED_OFFSET_MS ? offset : 0;
}
