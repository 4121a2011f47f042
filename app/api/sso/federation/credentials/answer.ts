import { portalCall, toPortalRefusal } from "#lib/auth/sso-portal-route";
import { findCliCaller } from "#lib/broker/cli-caller";
import { issueForCli } from "#lib/broker/cli-credentials";
import { err, ok } from "#lib/result";

/** GetRoleCredentials. */
export const answerRoleCredentials = portalCall(findCliCaller, async (caller, query, headers) => {
  const role = { accountId: query.get("account_id"), roleName: query.get("role_name") };
  const issued = await issueForCli(caller, role);
  if (!issued.ok) return err(await toPortalRefusal(issued.error.code, caller, headers));
  const { expiresAt, ...keys } = issued.value;
  // Epoch milliseconds.
  return ok({ roleCredentials: { ...keys, expiration: expiresAt.getTime() } });
});
