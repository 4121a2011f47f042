import "server-only";
import { z } from "zod";
import type { Credentials } from "#lib/aws/credentials";
import type { Caller } from "#lib/identity";
import { err, ok, type Result } from "#lib/result";
import { roleKeyFields, takeCredentials } from "./issue-credentials";
import { currentPortal } from "./portal";
import type { Refusal } from "./refusal";

const asked = z.object(roleKeyFields);

/**
 * GetRoleCredentials: what the browser would get for the same role, as long as it is by default, unscoped. The grant is resolved
 * again, now, and AWS is asked on the same path.
 */
export async function issueForCli(
  caller: Caller,
  query: { readonly accountId: string | null; readonly roleName: string | null },
): Promise<Result<Credentials, Refusal | { readonly code: "request_invalid" }>> {
  const role = asked.safeParse(query);
  if (!role.success) return err({ code: "request_invalid" });
  const assumed = await takeCredentials(await currentPortal(), caller, role.data);
  return assumed.ok ? ok(assumed.value.session.credentials) : assumed;
}
