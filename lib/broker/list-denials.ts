import "server-only";
import { listDenials as findDenials } from "#lib/db/audit-events";
import { findTrustPolicies } from "#lib/db/trust-policies";
import type { Caller } from "#lib/identity";
import { ok, type Result } from "#lib/result";
import type { Explanation } from "#lib/trust/explanation";
import { type Denial, explain, toDenial } from "./denial";
import { currentPortal } from "./portal";
import type { Refusal } from "./refusal";
import { requireAdmin } from "./require-admin";

const SHOWN = 100;

/** A refusal, with what the trust policy as it was last known says to it. */
export type ListedDenial = Denial & { readonly explanation: Explanation | null };

/** What AWS refused to anybody lately, newest first. For administrators alone; nothing is read from AWS for it. */
export async function listDenials(caller: Caller): Promise<Result<readonly ListedDenial[], Refusal>> {
  const portal = await currentPortal();
  const admin = requireAdmin(portal, caller);
  if (!admin.ok) return admin;
  const { db } = portal.storage;
  const denials = (await findDenials(db, SHOWN)).map(toDenial);
  const roleArns = [...new Set(denials.flatMap(({ roleArn }) => roleArn ?? []))];
  const policies = await findTrustPolicies(db, roleArns);
  return ok(
    denials.map((denial) => ({ ...denial, explanation: explain(denial, policies.get(denial.roleArn ?? "") ?? null) })),
  );
}
