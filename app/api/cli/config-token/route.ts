import { changeRoute } from "#lib/auth/portal-route";
import { NO_STORE } from "#lib/auth/security-headers";
import { issueConfigToken } from "#lib/broker/config-token";

/** POST /api/cli/config-token: a token that reads the names of the caller's roles, until their sign-in ends. */
export const POST = changeRoute(async (caller) => {
  const { token, endsAt } = await issueConfigToken(caller);
  return Response.json({ token, endsAt: endsAt.toISOString() }, { headers: NO_STORE });
});
