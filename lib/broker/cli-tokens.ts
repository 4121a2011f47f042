import "server-only";
import { type CliSignInKind, saveCliSignIn } from "#lib/db/cli-sign-ins";
import { saveCliTokens } from "#lib/db/cli-tokens";
import { newReference } from "#lib/db/sealed";
import type { DbSession } from "#lib/db/session-row";
import type { RequestContext } from "#lib/identity";
import type { CliClient } from "#lib/sso/cli-client";
import { accessExpiry } from "#lib/sso/token-life";
import { recordCli } from "./cli-audit";
import type { Portal } from "./portal";

/** What CreateToken answers. */
export type IssuedTokens = {
  readonly accessToken: string;
  readonly tokenType: "Bearer";
  /** Seconds. */
  readonly expiresIn: number;
  readonly refreshToken?: string;
};

/** Mints the tokens of a sign-in and keeps what recognises them. */
export async function mintTokens(
  portal: Portal,
  signIn: { readonly id: string; readonly renewable: boolean; readonly endsAt: Date },
): Promise<IssuedTokens> {
  const now = portal.now();
  const expiresAt = accessExpiry(now, signIn);
  const accessToken = newReference();
  const refreshToken = newReference();
  const signInId = signIn.id;
  await saveCliTokens(portal.storage.db, [
    { token: accessToken, signInId, kind: "access", expiresAt },
    ...(signIn.renewable
      ? [{ token: refreshToken, signInId, kind: "refresh" as const, expiresAt: signIn.endsAt }]
      : []),
  ]);
  const expiresIn = Math.floor((expiresAt.getTime() - now.getTime()) / 1000);
  return { accessToken, tokenType: "Bearer", expiresIn, ...(signIn.renewable ? { refreshToken } : {}) };
}

type Granted = {
  readonly id: string;
  readonly session: DbSession;
  readonly client: CliClient;
  readonly kind: CliSignInKind;
};

/** Writes down a sign-in of a command line in the name of a portal session; it has no tokens yet. */
export function beginCliSignIn(portal: Portal, context: RequestContext, granted: Granted): Promise<void> {
  const { id, session, client, kind } = granted;
  const { address, userAgent } = context;
  return saveCliSignIn(portal.storage.db, {
    id,
    sessionId: session.id,
    clientId: client.id,
    clientName: client.name,
    kind,
    address,
    userAgent: userAgent?.slice(0, 400) ?? null,
    createdAt: portal.now(),
  });
}

/** Gives it its tokens; no audit row, no tokens. */
export async function finishCliSignIn(
  portal: Portal,
  context: RequestContext,
  { id, session, client }: Granted,
): Promise<IssuedTokens> {
  await recordCli(portal, context, "cli.signed_in", session, { clientName: client.name, cliSignInId: id });
  return mintTokens(portal, { id, renewable: client.renewable, endsAt: session.expiresAt });
}
