import { changeRoute } from "#lib/auth/portal-route";
import { endOtherSessions } from "#lib/broker/portal-sessions";

/** POST /api/sessions/end-others: ends the caller's own portal sessions but for this one, and returns to the list. */
export const POST = changeRoute(async (caller) => {
  const count = await endOtherSessions(caller);
  return new Response(null, { status: 303, headers: { location: `/sessions?ended=${count}` } });
});
