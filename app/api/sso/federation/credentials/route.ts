import { portalRoute, toPortalRefusal } from "#lib/auth/sso-portal-route";
import { findCliCaller } from "#lib/broker/cli-caller";
import { issueForCli } from "#lib/broker/cli-credentials";
import { err, ok } from "#lib/result";

/** GET /api/sso/federation/credentials: GetRoleCredentials. By GET, as AWS has it: the token in its header is no browser's. */
export const GET = portalRoute(findCliCaller, async (caller, query) => {
  const role = { accountId: query.get("account_id"), roleName: query.get("role_name") };
  const issued = await issueForCli(caller, role);
  if (!issued.ok) return err(await toPortalRefusal(issued.error.code, caller));
  const { expiresAt, ...keys } = issued.value;
  // Epoch milliseconds.
  return ok({ roleCredentials: { ...keys, expiration: expiresAt.getTime() } });
});
