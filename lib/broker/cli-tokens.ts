import "server-only";
import { type CliSignInKind, saveCliSignIn } from "#lib/db/cli-sign-ins";
import { saveCliTokens } from "#lib/db/cli-tokens";
import { newReference } from "#lib/db/sealed";
import type { DbSession } from "#lib/db/session-row";
import type { RequestContext } from "#lib/identity";
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

/** Signs a command line in, in the name of a portal session: the row, the audit, then the tokens. */
export async function openCliSignIn(
  portal: Portal,
  context: RequestContext,
  granted: {
    readonly id: string;
    readonly session: DbSession;
    readonly clientId: string;
    readonly clientName: string;
    readonly renewable: boolean;
    readonly kind: CliSignInKind;
  },
): Promise<IssuedTokens> {
  const { id, session, clientId, clientName, kind, renewable } = granted;
  const { address, userAgent } = context;
  await saveCliSignIn(portal.storage.db, {
    id,
    sessionId: session.id,
    clientId,
    clientName,
    kind,
    address,
    userAgent: userAgent?.slice(0, 400) ?? null,
    createdAt: portal.now(),
  });
  await recordCli(portal, context, "cli.signed_in", session, { clientName, cliSignInId: id });
  return mintTokens(portal, { id, renewable, endsAt: session.expiresAt });
}
