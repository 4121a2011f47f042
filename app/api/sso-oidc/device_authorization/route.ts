import { oidcRoute } from "#lib/auth/sso-oidc-route";
import { startDevice } from "#lib/broker/cli-register";

/** POST /api/sso-oidc/device_authorization: StartDeviceAuthorization. */
export const POST = oidcRoute(startDevice);
