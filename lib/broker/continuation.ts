import "server-only";
import { z } from "zod";
import { consumeContinuation, findContinuation, saveContinuation } from "#lib/db/continuations";
import { newReference } from "#lib/db/sealed";
import type { Caller } from "#lib/identity";
import { scopeSchema } from "#lib/session-policy/scope";
import { inSeconds } from "./in-seconds";
import type { Portal } from "./portal";

/** How long what somebody asked for waits while they are at their identity provider. */
const CONTINUATION_SECONDS = 15 * 60;

const narrowed = { scope: scopeSchema.optional(), reason: z.string().optional() };

/** What can wait: exactly what was asked, to be asked again. */
export const waitingRequest = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("credentials"),
    accountId: z.string(),
    roleName: z.string(),
    durationSeconds: z.number().optional(),
    ...narrowed,
  }),
  z.object({
    kind: z.literal("console"),
    accountId: z.string(),
    roleName: z.string(),
    durationSeconds: z.number().optional(),
    ...narrowed,
    region: z.string().optional(),
    destination: z.string().optional(),
    signOutFirst: z.boolean(),
  }),
]);

export type WaitingRequest = z.output<typeof waitingRequest>;

/** Where the person comes back to, by what they asked for. */
const RETURN_PATHS: Record<WaitingRequest["kind"], string> = { credentials: "/", console: "/go" };

/**
 * Keeps a request while its person goes to the identity provider `idp`, and returns where the browser goes now. It comes
 * back with a handle that only this person, signed in again, can redeem, once.
 */
export async function beginContinuation(portal: Portal, caller: Caller, idp: string, request: WaitingRequest) {
  const handle = newReference();
  const { identity } = caller.session;
  await saveContinuation(portal.storage.db, handle, {
    idp: identity.idp,
    subject: identity.subject,
    request: JSON.parse(JSON.stringify(request)),
    expiresAt: inSeconds(portal.now(), CONTINUATION_SECONDS),
  });
  const returnTo = `${RETURN_PATHS[request.kind]}?resume=${handle}`;
  return buildBeginUrl(portal, idp, returnTo);
}

/** The sign-in page that begins by itself; or the IdP's second application, where the AWS assertion comes from that. */
export function buildBeginUrl(portal: Portal, idp: string, returnTo: string): string {
  const provider = portal.config.identityProviders.find((one) => one.id === idp);
  const forAws = provider?.type === "saml" && provider.aws !== undefined;
  const url = new URL(forAws ? `/api/saml/${idp}/aws-login` : "/sign-in", portal.config.portal.url);
  if (!forAws) url.searchParams.set("begin", idp);
  url.searchParams.set("callbackUrl", returnTo);
  return url.pathname + url.search;
}

const HANDLE = /^[\w-]{43}$/;

async function read(portal: Portal, caller: Caller, handle: string, find: typeof findContinuation) {
  if (!HANDLE.test(handle)) return null;
  const { idp, subject } = caller.session.identity;
  const waiting = waitingRequest.safeParse(await find(portal.storage.db, handle, { idp, subject }, portal.now()));
  return waiting.success ? waiting.data : null;
}

/** What waits under the handle, for showing it. */
export const findWaiting = (portal: Portal, caller: Caller, handle: string): Promise<WaitingRequest | null> =>
  read(portal, caller, handle, findContinuation);

/** The same, taken out: it runs once. */
export const takeWaiting = (portal: Portal, caller: Caller, handle: string): Promise<WaitingRequest | null> =>
  read(portal, caller, handle, consumeContinuation);
