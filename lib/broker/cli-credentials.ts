import "server-only";
import type { Credentials } from "#lib/aws/credentials";
import type { Caller } from "#lib/identity";
import type { Result } from "#lib/result";
import { ok } from "#lib/result";
import { takeCredentials } from "./issue-credentials";
import { currentPortal } from "./portal";
import type { Refusal } from "./refusal";

/**
 * GetRoleCredentials: what the browser would get for the same role, as long as it is by default, unscoped. The grant is resolved
 * again, now, and AWS is asked on the same path.
 */
export async function issueForCli(
  caller: Caller,
  { accountId, roleName }: { readonly accountId: string; readonly roleName: string },
): Promise<Result<Credentials, Refusal>> {
  const assumed = await takeCredentials(await currentPortal(), caller, { accountId, roleName });
  return assumed.ok ? ok(assumed.value.session.credentials) : assumed;
}
