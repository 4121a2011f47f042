import type { EventDetail } from "#lib/audit/describe";
import type { AuditKind } from "#lib/audit/event";
import type { KnownUserAgent } from "#lib/audit/user-agent";

/** One thing that happened, as the person it concerns reads it. */
export type ActivityEvent = {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly kind: AuditKind;
  readonly accountName?: string | null | undefined;
  readonly accountId?: string | null | undefined;
  readonly roleName?: string | null | undefined;
  readonly idpName?: string | null | undefined;
  readonly address: string | null;
  readonly userAgent: KnownUserAgent | null;
  readonly outcome: "requested" | "granted" | "refused" | "failed" | "info";
  readonly detail: readonly EventDetail[];
};

/** One sign-in to the portal. Times are ISO 8601. */
export type PortalSession = {
  readonly id: string;
  readonly isCurrent: boolean;
  readonly idpName: string;
  readonly address: string | null;
  readonly userAgent: KnownUserAgent | null;
  readonly signedInAt: string;
  readonly lastSeenAt: string | null;
  readonly endsAt: string;
};
