import "server-only";
import type { AuditEvent } from "#lib/audit/event";
import { listAuditEvents } from "#lib/db/audit-events";
import type { Caller } from "#lib/identity";
import { currentPortal } from "./portal";

const PAGE = 50;

/** The caller's own events, newest first, a page at a time. `before` is the id of the last event of the page before. */
export async function listActivity(
  caller: Caller,
  before: string | null,
): Promise<{ readonly events: readonly AuditEvent[]; readonly next: string | null }> {
  const { storage } = await currentPortal();
  const { idp, subject } = caller.session.identity;
  const cursor = before !== null && /^\d{1,18}$/.test(before) ? BigInt(before) : null;
  const events = await listAuditEvents(storage.db, { idp, subject, before: cursor, take: PAGE + 1 });
  const page = events.slice(0, PAGE);
  return { events: page, next: events.length > PAGE ? (page.at(-1)?.id ?? null) : null };
}
