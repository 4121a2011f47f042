import "server-only";
import type { AuditEvent } from "#lib/audit/event";
import { bareRoleName } from "#lib/aws/arn";
import type { StoredTrustPolicy } from "#lib/db/trust-policies";
import { explainDenial } from "#lib/trust/explain-denial";
import type { Explanation } from "#lib/trust/explanation";
import type { TrustRequest } from "#lib/trust/request";
import { HUB_SECONDS } from "./own-principal-proofs";
import { readTrustRequest } from "./recorded-request";

/** A request that AWS refused, from the audit. */
export type Denial = {
  readonly event: AuditEvent;
  /** Whose trust policy was asked: the role's, or the hub's on the way there. */
  readonly roleArn: string | null;
  readonly atHub: boolean;
  readonly durationSeconds: number;
  /** Null where no trust policy was asked, or not enough is known of the request. */
  readonly request: TrustRequest | null;
};

export function toDenial(event: AuditEvent): Denial {
  const { trustRequest, refusedAt, durationSeconds = 0 } = event.detail;
  const atHub = refusedAt !== undefined;
  return {
    event,
    roleArn: refusedAt ?? event.role?.roleArn ?? null,
    atHub,
    durationSeconds: atHub ? HUB_SECONDS : durationSeconds,
    request: readTrustRequest(trustRequest),
  };
}

/** Null as long as the request or the policy is not known. */
export function explain(denial: Denial, policy: StoredTrustPolicy | null): Explanation | null {
  const { request, roleArn, durationSeconds } = denial;
  if (request === null || roleArn === null || policy === null) return null;
  const { maxSessionDurationSeconds, document } = policy;
  const limits = { durationSeconds, maxSessionDurationSeconds, roleName: bareRoleName(roleArn) };
  const explanation = explainDenial(document, request, limits);
  return explanation.ok ? explanation.value : null;
}
