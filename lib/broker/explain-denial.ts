import "server-only";
import { findDenial } from "#lib/db/audit-events";
import type { Caller } from "#lib/identity";
import { err, ok, type Result } from "#lib/result";
import { describeRequest, type RequestRow } from "#lib/trust/describe-request";
import type { Explanation } from "#lib/trust/explanation";
import { type DenialSummary, summariseDenial } from "#lib/trust/short-form";
import { type Denial, explain, toDenial } from "./denial";
import { findTrust, type KnownTrust } from "./find-trust";
import { currentPortal, type Portal } from "./portal";
import type { Refusal } from "./refusal";
import { isAdmin, requireAdmin } from "./require-admin";

/** What a person may know of why AWS refused them, and what to hand to somebody who may know more. */
export type OwnExplanation = {
  /** One or two sentences without the policy's contents; null as long as its policy is not known. */
  readonly explanation: DenialSummary | null;
  /** The whole of it, for administrators. */
  readonly adminUrl: string;
  readonly administrator: boolean;
};

/** As the audit and addresses hold it. */
const REQUEST_ID = /^[\w-]{1,64}$/;

async function find({ storage }: Portal, requestId: string): Promise<Denial | null> {
  const event = REQUEST_ID.test(requestId) ? await findDenial(storage.db, requestId) : null;
  return event === null ? null : toDenial(event);
}

const isOwn = ({ session }: Caller, { event }: Denial): boolean =>
  event.actor?.idp === session.identity.idp && event.actor.subject === session.identity.subject;

const UNKNOWN: KnownTrust = { stored: null, isFresh: false, problem: null };

/** Nothing is read for a request that could not be explained with it. */
const trustOf = (portal: Portal, caller: Caller, { roleArn, request }: Denial): Promise<KnownTrust> | KnownTrust =>
  roleArn === null || request === null ? UNKNOWN : findTrust(portal, caller, roleArn);

/** Why AWS refused a request of the caller's own, in short; null when there is no such request of theirs. */
export async function explainOwnDenial(caller: Caller, requestId: string): Promise<OwnExplanation | null> {
  const portal = await currentPortal();
  const denial = await find(portal, requestId);
  if (denial === null || !isOwn(caller, denial)) return null;
  const { stored } = await trustOf(portal, caller, denial);
  const explanation = explain(denial, stored);
  return {
    explanation: explanation === null ? null : summariseDenial(explanation),
    adminUrl: `${portal.config.portal.url}/admin/denials/${denial.event.requestId}`,
    administrator: isAdmin(portal, caller.session.identity),
  };
}

/** Everything about one refusal, for administrators. */
export type DenialReport = {
  readonly denial: Denial;
  /** What AWS saw; null where no trust policy was asked, or it is not known. */
  readonly rows: readonly RequestRow[] | null;
  readonly trust: KnownTrust;
  /** `aws.trustReader` is configured. */
  readonly hasReader: boolean;
  readonly explanation: Explanation | null;
};

/**
 * Which statement and condition of the trust policy refused a request, whoever made it, and what would fix it. For
 * administrators alone. The policy is read from IAM now where the portal may, else it is the one that somebody pasted.
 */
export async function explainDenialForAdmin(caller: Caller, requestId: string): Promise<Result<DenialReport, Refusal>> {
  const portal = await currentPortal();
  const admin = requireAdmin(portal, caller);
  if (!admin.ok) return admin;
  const denial = await find(portal, requestId);
  if (denial === null) return err({ code: "denial_unknown" });
  const trust = await trustOf(portal, caller, denial);
  return ok({
    denial,
    rows: denial.request === null ? null : describeRequest(denial.request),
    trust,
    hasReader: portal.config.aws.trustReader !== undefined,
    explanation: explain(denial, trust.stored),
  });
}
