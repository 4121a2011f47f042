import "server-only";
import { randomUUID } from "node:crypto";
import { bindAuthorizationCode, findAuthorizationCode } from "#lib/db/authorization-codes";
import { endCliSignIn } from "#lib/db/cli-sign-ins";
import { noteRenewal, replaceRefreshToken } from "#lib/db/cli-tokens";
import { consumeDeviceAuthorization, pollDeviceAuthorization } from "#lib/db/device-authorizations";
import { findLiveSessionById } from "#lib/db/sessions";
import type { RequestContext } from "#lib/identity";
import { err, ok, type Result } from "#lib/result";
import { type CliClient, verifyClient } from "#lib/sso/cli-client";
import type { OidcErrorName, OidcRefusal } from "#lib/sso/oidc-errors";
import { verifyCodeVerifier } from "#lib/sso/pkce";
import { DEVICE_GRANT, parseTokenRequest, type TokenRequest } from "#lib/sso/requests";
import { isReuse, pollsTooFast, renewalsAllowed } from "#lib/sso/token-life";
import { recordCli } from "./cli-audit";
import { type IssuedTokens, mintTokens, openCliSignIn } from "./cli-tokens";
import { currentPortal, type Portal } from "./portal";
import { keepWaiting } from "./waiting-polls";

type Tokens = Promise<Result<IssuedTokens, OidcRefusal>>;
/** `text` is the request as it came. */
type Asked = TokenRequest & { readonly text: string };
type Grant = (portal: Portal, context: RequestContext, client: CliClient, request: Asked) => Tokens;

const refuse = (name: OidcErrorName, description: string) => err({ name, description });
const EXPIRED = refuse("ExpiredTokenException", "The code is unknown, used or expired.");
const INVALID_GRANT = refuse("InvalidGrantException", "The grant is unknown, used or expired.");
const missing = (field: string) => refuse("InvalidRequestException", `${field} is missing.`);

/** RFC 8628, 3.4 and 3.5. Whatever is over is `expired`: the AWS CLI asks until it hears that. */
async function takeDeviceGrant(...[portal, context, client, { deviceCode, text }]: Parameters<Grant>): Tokens {
  if (deviceCode === undefined) return missing("deviceCode");
  const { db, query } = portal.storage;
  const at = portal.now();
  const row = await pollDeviceAuthorization(query, deviceCode, client.id, at);
  if (row === null || row.expiresAt <= at) return EXPIRED;
  if (row.decision === null) {
    const { deviceCodeHash, expiresAt, polls } = row;
    keepWaiting(text, { deviceCodeHash, expiresAt, polls, lastAt: at });
    return pollsTooFast({ number: row.polls, before: row.polledBefore, at })
      ? refuse("SlowDownException", "Poll more slowly.")
      : refuse("AuthorizationPendingException", "Nobody has decided yet.");
  }
  if (!(await consumeDeviceAuthorization(db, deviceCode))) return EXPIRED;
  if (row.decision === "refused") return refuse("AccessDeniedException", "The request was refused.");
  const session = row.sessionId === null ? null : await findLiveSessionById(db, row.sessionId, at);
  if (session === null) return EXPIRED;
  const { id: clientId, name: clientName, renewable } = client;
  const granted = { id: randomUUID(), session, clientId, clientName, renewable, kind: "device" as const };
  return ok(await openCliSignIn(portal, context, granted));
}

/** A code that comes a second time was copied: what it gave the first time ends (RFC 6749, 4.1.2; RFC 9700, 2.1.1). */
async function revokeForReuse(
  portal: Portal,
  context: RequestContext,
  signInId: string,
  sessionId: string,
  reason: string,
) {
  const { db } = portal.storage;
  const at = portal.now();
  const session = await findLiveSessionById(db, sessionId, at);
  const wasLive = await endCliSignIn(db, signInId, reason, at);
  if (wasLive && session !== null)
    await recordCli(portal, context, "cli.revoked", session, { cliSignInId: signInId, reason });
}

/** RFC 6749, 4.1.3 with RFC 7636, 4.6. */
async function takeCodeGrant(...[portal, context, client, request]: Parameters<Grant>): Tokens {
  const { code, redirectUri, codeVerifier } = request;
  if (code === undefined) return missing("code");
  if (redirectUri === undefined) return missing("redirectUri");
  if (codeVerifier === undefined) return missing("codeVerifier");
  const { db } = portal.storage;
  const row = await findAuthorizationCode(db, code);
  if (row === null || row.clientId !== client.id) return INVALID_GRANT;
  const id = randomUUID();
  const isProven = row.redirectUri === redirectUri && verifyCodeVerifier(codeVerifier, row.codeChallenge);
  const isFirst = row.usedFor === null;
  if (isFirst && (!isProven || row.expiresAt <= portal.now())) return INVALID_GRANT;
  if (!isFirst || !(await bindAuthorizationCode(db, code, id))) {
    const usedFor = row.usedFor ?? (await findAuthorizationCode(db, code))?.usedFor ?? null;
    if (usedFor !== null) await revokeForReuse(portal, context, usedFor, row.sessionId, "authorization_code_reused");
    return INVALID_GRANT;
  }
  const session = await findLiveSessionById(db, row.sessionId, portal.now());
  if (session === null) return INVALID_GRANT;
  const { id: clientId, name: clientName, renewable } = client;
  return ok(
    await openCliSignIn(portal, context, { id, session, clientId, clientName, renewable, kind: "browser" as const }),
  );
}

/** RFC 6749, 6, with rotation (RFC 9700, 4.14.2): a token that was replaced a while ago and comes again ends the sign-in. */
async function takeRefreshGrant(...[portal, context, client, { refreshToken }]: Parameters<Grant>): Tokens {
  if (refreshToken === undefined) return missing("refreshToken");
  const { db, query } = portal.storage;
  const at = portal.now();
  const row = await replaceRefreshToken(query, refreshToken, client.id, at);
  if (row === null) return INVALID_GRANT;
  const { signInId, session } = row;
  if (isReuse(row.replacedAt, at)) {
    await revokeForReuse(portal, context, signInId, session.id, "refresh_token_reused");
    return INVALID_GRANT;
  }
  if (row.renewals >= renewalsAllowed(at.getTime() - row.signedInAt.getTime()))
    return refuse("SlowDownException", "This sign-in is renewed too often.");
  await noteRenewal(db, signInId, at);
  return ok(await mintTokens(portal, { id: signInId, renewable: true, endsAt: session.expiresAt }));
}

const GRANTS: ReadonlyMap<string, Grant> = new Map([
  [DEVICE_GRANT, takeDeviceGrant],
  ["authorization_code", takeCodeGrant],
  ["refresh_token", takeRefreshGrant],
]);

/** CreateToken: a device code that a person allowed, an authorization code with its verifier, or a refresh token. */
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
