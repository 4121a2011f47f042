import "server-only";
import type { AuditDetail, AuditEntry } from "#lib/audit/event";
import type { DbSession } from "#lib/db/session-row";
import type { RequestContext } from "#lib/identity";
import { entryOf } from "./audit-entry";
import type { Portal } from "./portal";

const OUTCOMES = {
  "cli.authorized": "granted",
  "cli.signed_in": "granted",
  "cli.refused": "refused",
  "cli.revoked": "info",
  "cli.config_token_issued": "granted",
} as const;

/** Records what became of a command line's sign-in; `context` is of whoever asked, the browser or the command line. */
export function recordCli(
  portal: Portal,
  context: RequestContext,
  kind: keyof typeof OUTCOMES,
  session: Pick<DbSession, "id" | "identity" | "createdAt" | "expiresAt">,
  detail: AuditDetail,
): Promise<void> {
  const { requestId, address, userAgent } = context;
  const entry: AuditEntry = {
    ...entryOf({ requestId, address, userAgent, session }, portal.now(), null),
    kind,
    outcome: OUTCOMES[kind],
    detail,
  };
  return portal.record(entry);
}
