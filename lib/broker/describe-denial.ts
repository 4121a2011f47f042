import "server-only";
import type { AuditActor } from "#lib/audit/event";
import { listPolicyLines, type PolicyLine } from "#lib/trust/policy-lines";
import { summariseDenial } from "#lib/trust/short-form";
import type { Denial } from "./denial";
import type { DenialReport } from "./explain-denial";
import type { ListedDenial } from "./list-denials";

const nameOf = (actor: AuditActor | null): string | null => actor?.email ?? actor?.subject ?? null;

function describeEvent({ event, roleArn, atHub }: Denial) {
  const { role, detail } = event;
  return {
    requestId: event.requestId,
    at: event.at.toISOString(),
    who: nameOf(event.actor),
    idp: event.actor?.idp ?? null,
    accountId: role?.accountId ?? "",
    accountName: detail.accountName ?? role?.accountId ?? "",
    roleName: role?.roleName ?? "",
    awsCode: detail.awsCode ?? null,
    /** Whose trust policy was asked, and whether that is the hub's on the way to the role. */
    trustRoleArn: roleArn,
    atHub,
  };
}

/** One line of the list. */
export const describeListed = ({ explanation, ...denial }: ListedDenial) => ({
  ...describeEvent(denial),
  reason: explanation === null ? null : explanation.allowed ? null : summariseDenial(explanation),
  /** By the trust policy as it was last known; null: nothing is known of it. */
  allowedNow: explanation?.allowed ?? null,
});

function describeTrust({ trust: { stored, isFresh, problem }, hasReader }: DenialReport) {
  const lines: readonly PolicyLine[] = stored === null ? [] : listPolicyLines(stored.document);
  return {
    hasReader,
    problem,
    known:
      stored === null
        ? null
        : {
            lines,
            source: stored.source,
            isFresh,
            by: nameOf(stored.by),
            at: stored.at.toISOString(),
            maxSessionDurationSeconds: stored.maxSessionDurationSeconds,
          },
  };
}

/** A report as a page shows it: sayings and plain values. */
export const describeReport = (report: DenialReport) => ({
  ...describeEvent(report.denial),
  via: report.denial.event.detail.via ?? null,
  awsRequestId: report.denial.event.detail.awsRequestId ?? null,
  durationSeconds: report.denial.durationSeconds,
  rows: report.rows,
  trust: describeTrust(report),
  explanation: report.explanation,
});
