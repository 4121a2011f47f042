import { oidcRoute } from "#lib/auth/sso-oidc-route";
import { createToken } from "#lib/broker/create-token";

/** POST /api/sso-oidc/token: CreateToken. */
export const POST = oidcRoute(createToken);
