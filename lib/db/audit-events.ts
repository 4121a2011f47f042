import "server-only";
import { AUDIT_KINDS, AUDIT_OUTCOMES, type AuditEntry, type AuditEvent, type AuditOutcome } from "#lib/audit/event";
import type { PrismaClient, AuditEvent as Row } from "./generated/client";
import type { Query } from "./open-database";

const COLUMNS = `"at", "kind", "outcome", "requestId", "sessionId", "address", "userAgent", "idp", "subject", "email",
  "accountId", "roleName", "roleArn", "detail"`;
const COLUMN_COUNT = 14;

const insertOf = (rows: number): string => {
  const placeholders = (row: number) =>
    Array.from({ length: COLUMN_COUNT }, (_, column) => `$${row * COLUMN_COUNT + column + 1}`).join(", ");
  const values = Array.from({ length: rows }, (_, row) => `(${placeholders(row)})`);
  return `INSERT INTO "AuditEvent" (${COLUMNS}) VALUES ${values.join(", ")}`;
};

function valuesOf({ actor, role, at, kind, outcome, requestId, sessionId, address, userAgent, detail }: AuditEntry) {
  const request = [at, kind, outcome, requestId, sessionId, address, userAgent?.slice(0, 400) ?? null];
  const who = [actor?.idp ?? null, actor?.subject ?? null, actor?.email ?? null];
  const what = [role?.accountId ?? null, role?.roleName ?? null, role?.roleArn ?? null];
  return [...request, ...who, ...what, JSON.stringify(detail)];
}

/** Appends entries in one statement: all of them or none. Resolves when they are committed, throws when they are not. */
export async function recordAuditEntries(query: Query, entries: readonly AuditEntry[]): Promise<void> {
  await query(insertOf(entries.length), entries.flatMap(valuesOf));
}

/** Appends one entry; resolves when it is committed, throws when it is not. */
export const recordAuditEntry = (query: Query, entry: AuditEntry): Promise<void> => recordAuditEntries(query, [entry]);

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
      // What the portal read to explain a refusal is no act of the person's.
      kind: { notIn: ["credentials.requested", "console.requested", "trust_policy.read"] },
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
    where: { ...query, outcome: { in: ["refused", "failed"] }, kind: { not: "trust_policy.read" } },
    orderBy: { id: "desc" },
  });
  return row === null ? null : toEvent(row);
}

/** What one person was given since then, newest first: credentials, consoles, sessions of their IAM user. */
export async function listGrantedEvents(
  db: PrismaClient,
  query: { readonly idp: string; readonly subject: string; readonly since: Date; readonly take: number },
): Promise<readonly AuditEvent[]> {
  const { idp, subject, since, take } = query;
  const kind = { in: ["credentials.issued", "console.opened"] };
  const rows = await db.auditEvent.findMany({
    where: { idp, subject, at: { gt: since }, kind, outcome: "granted" },
    orderBy: { id: "desc" },
    take,
  });
  return rows.flatMap((row) => toEvent(row) ?? []);
}

const DENIED = {
  outcome: "refused",
  kind: { in: ["credentials.refused", "console.refused"] },
  // What a role's trust policy, or its longest session, may have to do with.
  OR: ["sts_access_denied", "sts_validation"].map((reason) => ({ detail: { path: ["reason"], equals: reason } })),
};

/** What AWS refused to anybody, newest first. */
export async function listDenials(db: PrismaClient, take: number): Promise<readonly AuditEvent[]> {
  const rows = await db.auditEvent.findMany({ where: DENIED, orderBy: { id: "desc" }, take });
  return rows.flatMap((row) => toEvent(row) ?? []);
}

/** What AWS refused of one request, whoever made it; null when that is nothing. */
export async function findDenial(db: PrismaClient, requestId: string): Promise<AuditEvent | null> {
  const row = await db.auditEvent.findFirst({ where: { ...DENIED, requestId }, orderBy: { id: "desc" } });
  return row === null ? null : toEvent(row);
}
