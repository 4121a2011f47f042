import { portalRoute } from "#lib/auth/sso-portal-route";
import { findCliCaller } from "#lib/broker/cli-caller";
import { listCliRoles } from "#lib/broker/cli-roles";
import { ok } from "#lib/result";

/** GET /api/sso/assignment/roles: ListAccountRoles. */
export const GET = portalRoute(findCliCaller, async (caller, query) => {
  const paging = { maxResult: query.get("max_result"), nextToken: query.get("next_token") };
  const page = await listCliRoles(caller, query.get("account_id"), paging);
  if (!page.ok) return page;
  const { items, nextToken } = page.value;
  return ok({ roleList: items, ...(nextToken === null ? {} : { nextToken }) });
});
