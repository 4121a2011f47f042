import { readRoute } from "#lib/auth/portal-route";
import { NO_STORE } from "#lib/auth/security-headers";
import { listPreferences } from "#lib/broker/list-preferences";

/** GET /api/preferences: what the caller keeps about the roles that they hold now, and how they like the list. */
export const GET = readRoute(async (caller) => Response.json(await listPreferences(caller), { headers: NO_STORE }));
