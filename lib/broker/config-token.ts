import "server-only";
import { findLiveSessionById } from "#lib/db/sessions";
import type { Caller, RequestContext } from "#lib/identity";
import { recordCli } from "./cli-audit";
import { findCliCaller } from "./cli-caller";
import { currentPortal } from "./portal";

/** What the token is good for, and nothing else: no other sealed text opens under this name. */
const PURPOSE = "cli-config-token";
const PREFIX = "ghconf_";

/**
 * A token that reads the names of the caller's roles, as long as their sign-in to the portal lasts. Nothing is stored of it: it is the
 * sealed id of the session, and ends with it.
 */
export async function issueConfigToken(caller: Caller): Promise<{ readonly token: string; readonly endsAt: Date }> {
  const portal = await currentPortal();
  const { id, expiresAt } = caller.session;
  const sealed = portal.storage.sealer.seal(id, PURPOSE);
  await recordCli(portal, caller, "cli.config_token_issued", caller.session, { expiresAt: expiresAt.toISOString() });
  return { token: PREFIX + Buffer.from(sealed).toString("base64url"), endsAt: expiresAt };
}

async function findTokenCaller(context: RequestContext, sealed: string): Promise<Caller | null> {
  const portal = await currentPortal();
  const bytes = Buffer.from(sealed, "base64url");
  // One spelling only: the last character of base64url may hold bits that are not read.
  const id = bytes.toString("base64url") === sealed ? portal.storage.sealer.unseal(bytes, PURPOSE) : null;
  const session = id === null ? null : await findLiveSessionById(portal.storage.db, id, portal.now());
  return session === null ? null : { ...context, session };
}

/** Whom an `Authorization` header speaks for: by a token of this page, or by the access token of a signed-in command line. */
export async function findConfigCaller(context: RequestContext, authorization: string): Promise<Caller | null> {
  const token = /^Bearer ([\w-]{1,400})$/i.exec(authorization)?.[1] ?? null;
  if (token === null) return null;
  return token.startsWith(PREFIX)
    ? findTokenCaller(context, token.slice(PREFIX.length))
    : findCliCaller(context, token);
}
