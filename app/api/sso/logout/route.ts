import { portalRoute } from "#lib/auth/sso-portal-route";
import { findCliCaller, signCliOut } from "#lib/broker/cli-caller";
import { ok } from "#lib/result";

/** POST /api/sso/logout: Logout. */
export const POST = portalRoute(findCliCaller, async (caller) => {
  await signCliOut(caller);
  return ok(null);
});
