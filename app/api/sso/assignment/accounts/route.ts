import { portalRoute } from "#lib/auth/sso-portal-route";
import { findCliCaller } from "#lib/broker/cli-caller";
import { listCliAccounts } from "#lib/broker/cli-roles";
import { ok } from "#lib/result";

/** GET /api/sso/assignment/accounts: ListAccounts. */
export const GET = portalRoute(findCliCaller, async (caller, query) => {
  const page = await listCliAccounts(caller, {
    maxResult: query.get("max_result"),
    nextToken: query.get("next_token"),
  });
  if (!page.ok) return page;
  const { items, nextToken } = page.value;
  return ok({ accountList: items, ...(nextToken === null ? {} : { nextToken }) });
});
