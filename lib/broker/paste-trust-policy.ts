import "server-only";
import { z } from "zod";
import { type ParsedRoleArn, parseRoleArn } from "#lib/aws/arn";
import { findDenial } from "#lib/db/audit-events";
import { saveTrustPolicy } from "#lib/db/trust-policies";
import type { Caller } from "#lib/identity";
import { err, ok, type Result } from "#lib/result";
import { parseTrustPolicy } from "#lib/trust/parse-trust-policy";
import { entryOf } from "./audit-entry";
import { toDenial } from "./denial";
import { toAuditRole } from "./find-trust";
import { currentPortal, type Portal } from "./portal";
import type { Refusal } from "./refusal";
import { requireAdmin } from "./require-admin";

/** The body of POST /api/admin/trust-policies: of the role of a refused request, or of a role by its ARN. */
export const pastedTrustPolicy = z.union([
  z.strictObject({ requestId: z.string().regex(/^[\w-]{1,64}$/), document: z.string() }),
  z.strictObject({ roleArn: z.string().max(2048), document: z.string() }),
]);

/** A person reads a few. */
const MAX_PROBLEMS = 20;

async function findRole(
  { storage, access }: Portal,
  pasted: z.output<typeof pastedTrustPolicy>,
): Promise<ParsedRoleArn | null> {
  if ("requestId" in pasted) {
    const event = await findDenial(storage.db, pasted.requestId);
    const parsed = parseRoleArn((event === null ? null : toDenial(event).roleArn) ?? "");
    return parsed.ok ? parsed.value : null;
  }
  const parsed = parseRoleArn(pasted.roleArn);
  const isKnown = access.index.roles.some((role) => role.roleArn === pasted.roleArn || role.hubRole === pasted.roleArn);
  return parsed.ok && isKnown ? parsed.value : null;
}

/**
 * Keeps a role's trust policy as an administrator pasted it, in place of what was known of it. Refuses what IAM would refuse,
 * with every problem and where it stands. Sends nothing to AWS.
 */
export async function savePastedTrustPolicy(
  caller: Caller,
  pasted: z.output<typeof pastedTrustPolicy>,
): Promise<Result<{ readonly roleArn: string }, Refusal>> {
  const portal = await currentPortal();
  const admin = requireAdmin(portal, caller);
  if (!admin.ok) return admin;
  const role = await findRole(portal, pasted);
  if (role === null) return err({ code: "denial_unknown" });
  const parsed = parseTrustPolicy(pasted.document);
  if (!parsed.ok) return err({ code: parsed.error.code, problems: parsed.error.problems.slice(0, MAX_PROBLEMS) });
  const at = portal.now();
  const entry = entryOf(caller, at, toAuditRole(role));
  await portal.record({ ...entry, kind: "trust_policy.pasted", outcome: "info", detail: {} });
  const { arn } = role;
  const known = { roleArn: arn, document: pasted.document, source: "pasted", maxSessionDurationSeconds: null } as const;
  await saveTrustPolicy(portal.storage.db, { ...known, by: entry.actor, at });
  return ok({ roleArn: arn });
}
