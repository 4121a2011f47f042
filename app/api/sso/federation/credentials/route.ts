import { z } from "zod";
import { portalRoute, toPortalRefusal } from "#lib/auth/sso-portal-route";
import { findCliCaller } from "#lib/broker/cli-caller";
import { issueForCli } from "#lib/broker/cli-credentials";
import { roleKeyFields } from "#lib/broker/issue-credentials";
import { err, ok } from "#lib/result";

const asked = z.object(roleKeyFields);

/** GET /api/sso/federation/credentials: GetRoleCredentials. By GET, as AWS has it: the token in its header is no browser's. */
export const GET = portalRoute(findCliCaller, async (caller, query) => {
  const role = asked.safeParse({ accountId: query.get("account_id"), roleName: query.get("role_name") });
  if (!role.success)
    return err({ name: "InvalidRequestException", message: "account_id or role_name is not valid" } as const);
  const issued = await issueForCli(caller, role.data);
  if (!issued.ok) return err(await toPortalRefusal(issued.error.code, caller));
  const { expiresAt, ...keys } = issued.value;
  // Epoch milliseconds.
  return ok({ roleCredentials: { ...keys, expiration: expiresAt.getTime() } });
});
