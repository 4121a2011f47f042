import { readRoute } from "#lib/auth/portal-route";
import { NO_STORE } from "#lib/auth/security-headers";
import { describeEnvironments } from "#lib/broker/describe-environments";
import { listRoles } from "#lib/broker/list-roles";

/** GET /api/roles: the accounts and roles that the caller holds now. */
export const GET = readRoute(async (caller) =>
  Response.json(await describeEnvironments(await listRoles(caller)), { headers: NO_STORE }),
);
