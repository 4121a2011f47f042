import "server-only";
import { endCliSignIn } from "#lib/db/cli-sign-ins";
import { findCliSession } from "#lib/db/cli-tokens";
import type { Caller, RequestContext } from "#lib/identity";
import { recordCli } from "./cli-audit";
import { currentPortal } from "./portal";

/** Whoever signed this command line in, as of now: null when its sign-in or the one to the portal is over. */
export async function findCliCaller(context: RequestContext, accessToken: string | null): Promise<Caller | null> {
  if (accessToken === null || !/^[\w-]{43}$/.test(accessToken)) return null;
  const { storage, now } = await currentPortal();
  const found = await findCliSession(storage.query, accessToken, now());
  if (found === null) return null;
  const { signInId, clientName, session } = found;
  return { ...context, session, program: { signInId, name: clientName } };
}

/** Logout: ends the sign-in of the command line that asks, with all its tokens. What AWS has issued lives on. */
export async function signCliOut(caller: Caller): Promise<void> {
  if (caller.program === undefined) return;
  const portal = await currentPortal();
  const { signInId, name } = caller.program;
  const wasLive = await endCliSignIn(portal.storage.db, signInId, "signed_out", portal.now());
  if (!wasLive) return;
  const detail = { clientName: name, cliSignInId: signInId, reason: "signed_out" };
  await recordCli(portal, caller, "cli.revoked", caller.session, detail);
}
