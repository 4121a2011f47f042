import "server-only";
import { type Grant, resolveGrants } from "#lib/access/resolve-grants";
import type { AuditEvent } from "#lib/audit/event";
import { type KnownUserAgent, recogniseUserAgent } from "#lib/audit/user-agent";
import type { Environment } from "#lib/config/environments";
import { listGrantedEvents } from "#lib/db/audit-events";
import type { Caller } from "#lib/identity";
import { type Scope, scopeSchema } from "#lib/session-policy/scope";
import { describeRoles, type ListedRole } from "./list-roles";
import { currentPortal, type Portal } from "./portal";
import { regionOf } from "./region-of";
import { keyOf } from "./role-key";

/** Nothing that AWS gives lasts longer: GetSessionToken and GetFederationToken, 36 hours. */
const LONGEST_MS = 36 * 3_600_000;
const LOOKED_AT_EVENTS = 300;
const MAX_LISTED = 50;

/** What the same is asked for again with. */
export type AskAgain = {
  readonly role: ListedRole;
  /** The account's own; a console is opened in `consoleRegion`. */
  readonly region: string;
  readonly consoleRegion: string;
  readonly destination: string | null;
  readonly durationSeconds: number | null;
  readonly scope: Scope;
  readonly reason: string;
};

/** Something that AWS gave and that has not expired yet, as its person reads it. */
export type OpenSession = {
  readonly id: string;
  readonly kind: "credentials" | "console" | "iam-user";
  readonly accountId: string | null;
  readonly accountName: string | null;
  readonly environment: Environment | null;
  readonly roleName: string;
  /** ISO 8601, as are all times here. */
  readonly askedAt: string;
  readonly expiresAt: string;
  readonly region: string | null;
  readonly address: string | null;
  readonly userAgent: KnownUserAgent | null;
  /** What it was narrowed to, a phrase each. */
  readonly scope: readonly string[];
  /** How many of the same that were asked for before are still good. */
  readonly earlier: number;
  /** Null: the person does not hold the role any more, or types their key for it. */
  readonly again: AskAgain | null;
};

const kindOf = ({ kind, detail }: AuditEvent): OpenSession["kind"] =>
  kind === "console.opened" ? "console" : detail.userAccessKeyId === undefined ? "credentials" : "iam-user";

const expiryOf = ({ detail }: AuditEvent) => Date.parse(detail.expiresAt ?? "");

/** `arn:aws:iam::111122223333:user/path/ben` of somebody's own session, and any other. */
const accountOf = ({ role, detail }: AuditEvent) => role?.accountId ?? detail.iamUser?.split(":")[4] ?? null;
const nameOf = ({ role, detail }: AuditEvent) => role?.roleName ?? detail.iamUser?.split("/").at(-1) ?? "IAM user";

function parseScope(text: string | undefined): Scope {
  try {
    return scopeSchema.safeParse(JSON.parse(text ?? "{}")).data ?? {};
  } catch {
    return {};
  }
}

/** Of the same role in the same way and as narrow, the one that lasts longest stands for all. */
function groupEvents(events: readonly AuditEvent[], now: Date): readonly (readonly [AuditEvent, number])[] {
  const groups = new Map<string, AuditEvent[]>();
  for (const event of events) {
    if (!(expiryOf(event) > now.getTime())) continue;
    const key = [kindOf(event), accountOf(event), nameOf(event), ...(event.detail.scope ?? [])].join(" ");
    groups.set(key, [...(groups.get(key) ?? []), event]);
  }
  const longest = [...groups.values()].flatMap((group) => {
    const [first] = group.sort((a, b) => expiryOf(b) - expiryOf(a));
    return first === undefined ? [] : [[first, group.length - 1] as const];
  });
  return longest.sort(([a], [b]) => expiryOf(a) - expiryOf(b)).slice(0, MAX_LISTED);
}

async function describeHeld(portal: Portal, caller: Caller, events: readonly AuditEvent[]) {
  const wanted = new Set(events.flatMap(({ role }) => (role === null ? [] : [keyOf(role)])));
  const held = resolveGrants(portal.access, caller.session.identity).filter((grant) => wanted.has(keyOf(grant)));
  const roles = await describeRoles(portal, caller, held);
  return new Map(held.map((grant, at) => [keyOf(grant), { grant, role: roles[at] }] as const));
}

function describeAgain(portal: Portal, event: AuditEvent, grant: Grant, role: ListedRole): AskAgain {
  const region = regionOf(portal.config, grant);
  const { consoleRegion, destination, durationSeconds, chosenScope, givenReason } = event.detail;
  return {
    role,
    region,
    consoleRegion: consoleRegion ?? region,
    destination: destination ?? null,
    durationSeconds: durationSeconds ?? null,
    scope: parseScope(chosenScope),
    reason: givenReason ?? "",
  };
}

/** What the person has open now, by what the portal recorded of it; what ends first comes first. */
export async function listOpenSessions(caller: Caller): Promise<readonly OpenSession[]> {
  const portal = await currentPortal();
  const now = portal.now();
  const { idp, subject } = caller.session.identity;
  const since = new Date(now.getTime() - LONGEST_MS);
  const events = await listGrantedEvents(portal.storage.db, { idp, subject, since, take: LOOKED_AT_EVENTS });
  const groups = groupEvents(events, now);
  const held = await describeHeld(
    portal,
    caller,
    groups.map(([event]) => event),
  );
  const labelsOf = (id: string | null) => portal.config.access.accounts.find((one) => one.id === id)?.labels;
  return groups.map(([event, earlier]) => {
    const kind = kindOf(event);
    const { grant, role } = (event.role === null ? undefined : held.get(keyOf(event.role))) ?? {};
    const isAskable = grant !== undefined && role !== undefined && kind !== "iam-user" && grant.via !== "session-token";
    return {
      id: event.id,
      kind,
      accountId: accountOf(event),
      accountName: event.detail.accountName ?? null,
      environment: portal.environmentOf(labelsOf(accountOf(event)) ?? {}),
      roleName: nameOf(event),
      askedAt: event.at.toISOString(),
      expiresAt: new Date(expiryOf(event)).toISOString(),
      region: event.detail.consoleRegion ?? event.detail.region ?? null,
      address: event.address,
      userAgent: recogniseUserAgent(event.userAgent),
      scope: event.detail.scope ?? [],
      earlier,
      again: isAskable ? describeAgain(portal, event, grant, role) : null,
    };
  });
}
