import "server-only";
import { describeDetail } from "#lib/audit/describe";
import type { AuditEvent } from "#lib/audit/event";
import { recogniseUserAgent } from "#lib/audit/user-agent";
import type { LoadedConfig } from "#lib/config/load";
import type { Caller } from "#lib/identity";
import { idpNameOf } from "#lib/idp/idp-name";
import { listActivity } from "./list-activity";
import { currentPortal } from "./portal";
import { listOwnSessions } from "./portal-sessions";

function toLine(config: LoadedConfig, event: AuditEvent) {
  return {
    id: event.id,
    at: event.at.toISOString(),
    kind: event.kind,
    accountName: event.detail.accountName ?? null,
    accountId: event.role?.accountId ?? null,
    roleName: event.role?.roleName ?? null,
    idpName: event.actor === null ? null : idpNameOf(config, event.actor.idp),
    address: event.address,
    userAgent: recogniseUserAgent(event.userAgent),
    outcome: event.outcome,
    detail: describeDetail(event),
  };
}

/** The caller's own events as their activity page shows them. */
export async function describeActivity(caller: Caller, before: string | null) {
  const { config } = await currentPortal();
  const { events, next } = await listActivity(caller, before);
  return { events: events.map((event) => toLine(config, event)), next };
}

/** The caller's own live sessions, the one of this request marked. */
export async function describeSessions(caller: Caller) {
  const { config } = await currentPortal();
  const sessions = await listOwnSessions(caller);
  return sessions.map((session) => ({
    id: session.id,
    isCurrent: session.id === caller.session.id,
    idpName: idpNameOf(config, session.identity.idp),
    address: session.address,
    userAgent: recogniseUserAgent(session.userAgent),
    signedInAt: session.createdAt.toISOString(),
    lastSeenAt: null,
    endsAt: session.expiresAt.toISOString(),
  }));
}
