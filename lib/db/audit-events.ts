import "server-only";
import { AUDIT_KINDS, AUDIT_OUTCOMES, type AuditEntry, type AuditEvent, type AuditOutcome } from "#lib/audit/event";
import type { PrismaClient, AuditEvent as Row } from "./generated/client";

/** Appends one entry; resolves when it is committed, throws when it is not. */
export async function recordAuditEntry(db: PrismaClient, entry: AuditEntry): Promise<void> {
  const { actor, role, detail, at, kind, outcome, requestId, sessionId, address } = entry;
  await db.auditEvent.create({
    data: {
      at,
      kind,
      outcome,
      requestId,
      sessionId,
      address,
      userAgent: entry.userAgent?.slice(0, 400) ?? null,
      idp: actor?.idp ?? null,
      subject: actor?.subject ?? null,
      email: actor?.email ?? null,
      accountId: role?.accountId ?? null,
      roleName: role?.roleName ?? null,
      roleArn: role?.roleArn ?? null,
      detail: JSON.parse(JSON.stringify(detail)),
    },
    select: { id: true },
  });
}

const isRecord = (value: unknown): value is Record<string, never> => typeof value === "object" && value !== null;

function toEvent(row: Row): AuditEvent | null {
  const kind = AUDIT_KINDS.find((known) => known === row.kind);
  const outcome: AuditOutcome | undefined = AUDIT_OUTCOMES.find((known) => known === row.outcome);
  if (kind === undefined || outcome === undefined) return null;
  const actor =
    row.idp === null || row.subject === null ? null : { idp: row.idp, subject: row.subject, email: row.email };
  const role =
    row.accountId === null || row.roleName === null
      ? null
      : { accountId: row.accountId, roleName: row.roleName, roleArn: row.roleArn };
  const { at, requestId, sessionId, address, userAgent } = row;
  const detail = isRecord(row.detail) ? row.detail : {};
  return { id: String(row.id), at, kind, outcome, requestId, actor, sessionId, address, userAgent, role, detail };
}

/** One person's events, newest first, older than `before` (an event id) where that is given. */
export async function listAuditEvents(
  db: PrismaClient,
  query: { readonly idp: string; readonly subject: string; readonly before: bigint | null; readonly take: number },
): Promise<readonly AuditEvent[]> {
  const rows = await db.auditEvent.findMany({
    where: {
      idp: query.idp,
      subject: query.subject,
      kind: { notIn: ["credentials.requested", "console.requested"] },
      ...(query.before === null ? {} : { id: { lt: query.before } }),
    },
    orderBy: { id: "desc" },
    take: query.take,
  });
  return rows.flatMap((row) => toEvent(row) ?? []);
}

/** One person's event of one request, the outcome rather than the asking; null when there is none of theirs. */
export async function findAuditOutcome(
  db: PrismaClient,
  query: { readonly idp: string; readonly subject: string; readonly requestId: string },
): Promise<AuditEvent | null> {
  const row = await db.auditEvent.findFirst({
    where: { ...query, outcome: { in: ["refused", "failed"] } },
    orderBy: { id: "desc" },
  });
  return row === null ? null : toEvent(row);
}
