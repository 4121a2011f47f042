import "server-only";
import type { AuditEntry } from "#lib/audit/event";
import type { Caller } from "#lib/identity";

/** What each entry of a signed-in person's request has in common. */
export function entryOf(caller: Caller, at: Date, role: AuditEntry["role"]) {
  const { requestId, address, userAgent, session } = caller;
  const { idp, subject, email } = session.identity;
  return { at, requestId, address, userAgent, actor: { idp, subject, email }, sessionId: session.id, role };
}
