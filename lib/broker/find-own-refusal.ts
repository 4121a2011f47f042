import "server-only";
import { findAuditOutcome } from "#lib/db/audit-events";
import { type ErrorCode, isErrorCode } from "#lib/errors";
import type { Caller } from "#lib/identity";
import { currentPortal } from "./portal";

/** Why a request of the caller's own was refused, from the audit; null when there is no such request of theirs. */
export async function findOwnRefusal(caller: Caller, requestId: string) {
  if (!/^[\w-]{1,64}$/.test(requestId)) return null;
  const { storage } = await currentPortal();
  const { idp, subject } = caller.session.identity;
  const event = await findAuditOutcome(storage.db, { idp, subject, requestId });
  if (event === null) return null;
  const { reason, awsCode, awsRequestId } = event.detail;
  const code: ErrorCode = isErrorCode(reason) ? reason : "internal_error";
  return { code, of: event.requestId, sts: { awsCode: awsCode ?? null, requestId: awsRequestId ?? null } };
}
