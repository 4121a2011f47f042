import { readRoute } from "#lib/auth/portal-route";
import { NO_STORE } from "#lib/auth/security-headers";
import { listOpenSessions } from "#lib/broker/list-open-sessions";

/** GET /api/sessions/open: what the caller was given and what has not expired, with the portal's clock. */
export const GET = readRoute(async (caller) => {
  const sessions = await listOpenSessions(caller);
  return Response.json({ now: new Date().toISOString(), sessions }, { headers: NO_STORE });
});
