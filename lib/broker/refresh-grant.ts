import "server-only";
import { noteRenewal, replaceRefreshToken } from "#lib/db/cli-tokens";
import { ok } from "#lib/result";
import { isReuse, renewalsAllowed } from "#lib/sso/token-life";
import { mintTokens } from "./cli-tokens";
import { type Grant, INVALID_GRANT, missing, refuse, revokeForReuse } from "./token-grant";

/** RFC 6749, 6, with rotation (RFC 9700, 4.14.2): a token that was replaced a while ago and comes again ends the sign-in. */
export const takeRefreshGrant: Grant = async (portal, context, client, { refreshToken }) => {
  if (refreshToken === undefined) return missing("refreshToken");
  const { db, query } = portal.storage;
  const at = portal.now();
  const row = await replaceRefreshToken(query, refreshToken, client.id, at);
  if (row === null) return INVALID_GRANT;
  const { signInId: id, session } = row;
  if (isReuse(row.replacedAt, at)) {
    await revokeForReuse(portal, context, { id, sessionId: session.id }, "refresh_token_reused");
    return INVALID_GRANT;
  }
  if (row.renewals >= renewalsAllowed(at.getTime() - row.signedInAt.getTime()))
    return refuse("SlowDownException", "This sign-in is renewed too often.");
  await noteRenewal(db, id, at);
  return ok(await mintTokens(portal, { id, renewable: true, endsAt: session.expiresAt }));
};
