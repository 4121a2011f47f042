import "server-only";
import { type ParsedRoleArn, parseRoleArn } from "#lib/aws/arn";
import { findTrustPolicy, type StoredTrustPolicy, saveTrustPolicy } from "#lib/db/trust-policies";
import type { RoleTrust } from "#lib/iam/get-role";
import type { Caller } from "#lib/identity";
import type { Result } from "#lib/result";
import { parseTrustPolicy } from "#lib/trust/parse-trust-policy";
import { entryOf } from "./audit-entry";
import type { Portal } from "./portal";
import { readTrustPolicy, type TrustReadProblem } from "./read-trust-policy";

/** What is known of one role's trust. */
export type KnownTrust = {
  /** Null: nobody pasted it, and it could not be read. */
  readonly stored: StoredTrustPolicy | null;
  /** It was read from IAM just now. */
  readonly isFresh: boolean;
  /** Why it could not be read just now; null also where no reader is configured. */
  readonly problem: TrustReadProblem | null;
};

type ReadAnswer = Result<RoleTrust, TrustReadProblem>;

/** As the audit names a role: by account, and name with path. */
export const toAuditRole = ({ arn, accountId, path, roleName }: ParsedRoleArn) => ({
  accountId,
  roleName: `${path.slice(1)}${roleName}`,
  roleArn: arn,
});

function recordRead(portal: Portal, caller: Caller, role: ParsedRoleArn, read: ReadAnswer): Promise<void> {
  return portal.record({
    ...entryOf(caller, portal.now(), toAuditRole(role)),
    kind: "trust_policy.read",
    outcome: read.ok ? "info" : "failed",
    detail: read.ok ? {} : { reason: read.error },
  });
}

async function keep(portal: Portal, caller: Caller, role: ParsedRoleArn, trust: RoleTrust): Promise<StoredTrustPolicy> {
  const { idp, subject, email } = caller.session.identity;
  const stored = {
    ...trust,
    roleArn: role.arn,
    source: "read",
    by: { idp, subject, email },
    at: portal.now(),
  } as const;
  await saveTrustPolicy(portal.storage.db, stored);
  return stored;
}

/**
 * The role's trust policy: read now where the portal may, else as it was last read or pasted. Reading is in the audit, and
 * what was read takes the place of what was known before.
 */
export async function findTrust(portal: Portal, caller: Caller, roleArn: string): Promise<KnownTrust> {
  const role = parseRoleArn(roleArn);
  const read = role.ok ? await readTrustPolicy(portal, role.value) : null;
  if (role.ok && read !== null) await recordRead(portal, caller, role.value, read);
  // IAM's own answer is a trust policy; what is not came from elsewhere, and displaces nothing.
  if (role.ok && read?.ok && parseTrustPolicy(read.value.document).ok) {
    return { stored: await keep(portal, caller, role.value, read.value), isFresh: true, problem: null };
  }
  const problem = read === null ? null : read.ok ? "iam_unavailable" : read.error;
  return { stored: await findTrustPolicy(portal.storage.db, roleArn), isFresh: false, problem };
}
