import "server-only";
import type { AuditDetail, AuditEntry } from "#lib/audit/event";
import type { Caller } from "#lib/identity";
import { entryOf } from "./audit-entry";
import type { Portal } from "./portal";
import type { RoleKey } from "./role-key";

const OUTCOMES = { "lease.made": "granted", "lease.refused": "refused", "lease.ended": "info" } as const;

/** Records what became of a lease; no detail has a place for its token. */
export function recordLease(
  portal: Portal,
  caller: Caller,
  kind: keyof typeof OUTCOMES,
  role: RoleKey & { readonly roleArn?: string },
  detail: AuditDetail,
): Promise<void> {
  const { accountId, roleName, roleArn = null } = role;
  const entry: AuditEntry = {
    ...entryOf(caller, portal.now(), { accountId, roleName, roleArn }),
    kind,
    outcome: OUTCOMES[kind],
    detail,
  };
  return portal.record(entry);
}
