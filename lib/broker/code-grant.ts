import "server-only";
import { randomUUID } from "node:crypto";
import { type AuthorizationCode, bindAuthorizationCode, findAuthorizationCode } from "#lib/db/authorization-codes";
import { endCliSignIn } from "#lib/db/cli-sign-ins";
import { findLiveSessionById } from "#lib/db/sessions";
import { ok } from "#lib/result";
import { verifyCodeVerifier } from "#lib/sso/pkce";
import type { TokenRequest } from "#lib/sso/requests";
import { beginCliSignIn, finishCliSignIn } from "./cli-tokens";
import { type Grant, INVALID_GRANT, missing, revokeForReuse } from "./token-grant";

const REUSED = "authorization_code_reused";

function findMissing({ code, redirectUri, codeVerifier }: TokenRequest): string | null {
  if (code === undefined) return "code";
  if (redirectUri === undefined) return "redirectUri";
  return codeVerifier === undefined ? "codeVerifier" : null;
}

/** RFC 6749, 4.1.3: the same address, port included; RFC 7636, 4.6: by who began it. */
const isProven = (row: AuthorizationCode, { redirectUri, codeVerifier = "" }: TokenRequest) =>
  row.redirectUri === redirectUri && verifyCodeVerifier(codeVerifier, row.codeChallenge);

/** An authorization code, once. A code that comes again is refused, and what it gave the first time ends (RFC 6749, 4.1.2). */
export const takeCodeGrant: Grant = async (portal, context, client, request) => {
  const lacking = findMissing(request);
  if (lacking !== null) return missing(lacking);
  const { code = "" } = request;
  const { db } = portal.storage;
  const at = portal.now();
  const row = await findAuthorizationCode(db, code);
  if (row === null || row.clientId !== client.id) return INVALID_GRANT;
  const { sessionId, usedFor } = row;
  if (usedFor !== null) {
    await revokeForReuse(portal, context, { id: usedFor, sessionId }, REUSED);
    return INVALID_GRANT;
  }
  const session = await findLiveSessionById(db, sessionId, at);
  if (session === null || row.expiresAt <= at || !isProven(row, request)) return INVALID_GRANT;
  const signIn = { id: randomUUID(), session, client, kind: "browser" as const };
  // There before the code is bound to it: whoever comes second at the same moment finds what to end.
  await beginCliSignIn(portal, context, signIn);
  if (await bindAuthorizationCode(db, code, signIn.id)) return ok(await finishCliSignIn(portal, context, signIn));
  await endCliSignIn(db, signIn.id, REUSED, at);
  const first = (await findAuthorizationCode(db, code))?.usedFor ?? null;
  if (first !== null) await revokeForReuse(portal, context, { id: first, sessionId }, REUSED);
  return INVALID_GRANT;
};
