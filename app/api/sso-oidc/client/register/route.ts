import { oidcRoute } from "#lib/auth/sso-oidc-route";
import { registerCli } from "#lib/broker/cli-register";

/** POST /api/sso-oidc/client/register: RegisterClient. */
export const POST = oidcRoute(registerCli);
