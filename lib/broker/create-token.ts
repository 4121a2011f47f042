import "server-only";
import type { RequestContext } from "#lib/identity";
import { verifyClient } from "#lib/sso/cli-client";
import { DEVICE_GRANT, parseTokenRequest } from "#lib/sso/requests";
import { takeCodeGrant } from "./code-grant";
import { takeDeviceGrant } from "./device-grant";
import { currentPortal } from "./portal";
import { takeRefreshGrant } from "./refresh-grant";
import { type Grant, refuse, type Tokens } from "./token-grant";

const GRANTS: ReadonlyMap<string, Grant> = new Map([
  [DEVICE_GRANT, takeDeviceGrant],
  ["authorization_code", takeCodeGrant],
  ["refresh_token", takeRefreshGrant],
]);

/**
 * CreateToken: for a device code that a person allowed, an authorization code with its verifier, or a refresh token. `text` is the
 * body as it came.
 */
export async function createToken(context: RequestContext, body: unknown, text = ""): Tokens {
  const portal = await currentPortal();
  const parsed = parseTokenRequest(body);
  if (!parsed.ok) return parsed;
  const client = verifyClient(portal.storage.sealer, parsed.value, portal.now());
  if (!client.ok) return client;
  const grant = GRANTS.get(parsed.value.grantType);
  if (grant === undefined) return refuse("UnsupportedGrantTypeException", "The grant type is not supported.");
  return grant(portal, context, client.value, { ...parsed.value, text });
}
