import "server-only";
import { endCliSignIn } from "#lib/db/cli-sign-ins";
import { findLiveSessionById } from "#lib/db/sessions";
import type { RequestContext } from "#lib/identity";
import { err, type Result } from "#lib/result";
import type { CliClient } from "#lib/sso/cli-client";
import type { OidcErrorName, OidcRefusal } from "#lib/sso/oidc-errors";
import type { TokenRequest } from "#lib/sso/requests";
import { recordCli } from "./cli-audit";
import type { IssuedTokens } from "./cli-tokens";
import type { Portal } from "./portal";

export type Tokens = Promise<Result<IssuedTokens, OidcRefusal>>;

/** `text` is the request as it came. */
type Asked = TokenRequest & { readonly text: string };

/** One grant type of CreateToken, for a client that has been recognised. */
export type Grant = (portal: Portal, context: RequestContext, client: CliClient, request: Asked) => Tokens;

export const refuse = (name: OidcErrorName, description: string) => err({ name, description });
export const missing = (field: string) => refuse("InvalidRequestException", `${field} is missing.`);
export const INVALID_GRANT = refuse("InvalidGrantException", "The grant is unknown, used or expired.");

/** What comes a second time was copied: the sign-in that it gave the first time ends, recorded (RFC 9700, 2.1.1 and 4.14.2). */
export async function revokeForReuse(
  portal: Portal,
  context: RequestContext,
  signIn: { readonly id: string; readonly sessionId: string },
  reason: string,
): Promise<void> {
  const { db } = portal.storage;
  const at = portal.now();
  const session = await findLiveSessionById(db, signIn.sessionId, at);
  const wasLive = await endCliSignIn(db, signIn.id, reason, at);
  if (!wasLive || session === null) return;
  await recordCli(portal, context, "cli.revoked", session, { cliSignInId: signIn.id, reason });
}
