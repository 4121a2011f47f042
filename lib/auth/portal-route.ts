import "server-only";
import { currentConfig } from "#lib/config/current";
import { recordAuditEntry } from "#lib/db/audit-events";
import { currentStorage } from "#lib/db/current";
import type { Caller, RequestContext } from "#lib/identity";
import { log } from "#lib/log";
import { refusalResponse } from "./refusal-response";
import { requestContext } from "./request-context";
import { requireSameOrigin } from "./same-origin";
import { findCaller } from "./session";

type Handler = (caller: Caller, request: Request) => Promise<Response>;

/** What the two kinds of route share: nothing gets past without a session, and a bug never shows its message. */
async function answer(context: RequestContext, request: Request, handler: Handler): Promise<Response> {
  try {
    const caller = await findCaller();
    if (caller === null) return await refusalResponse("not_signed_in", context.requestId);
    return await handler(caller, request);
  } catch (error) {
    // Next's own control flow (redirects) is thrown and has a digest.
    if (error instanceof Error && "digest" in error) throw error;
    log.error({ err: error, requestId: context.requestId }, "a route failed");
    return refusalResponse("internal_error", context.requestId);
  }
}

/** A route that only reads. */
export function readRoute(handler: Handler) {
  return (request: Request): Promise<Response> => answer(requestContext(request.headers), request, handler);
}

/** What somebody's browser was made to send from elsewhere. Without a session there is nobody whom it could have harmed. */
async function recordForeignRequest({ requestId, address, userAgent }: RequestContext, caller: Caller | null) {
  if (caller === null) return;
  const { id, identity } = caller.session;
  const { query } = await currentStorage();
  await recordAuditEntry(query, {
    at: new Date(),
    kind: "request.refused",
    outcome: "refused",
    requestId,
    address,
    userAgent,
    actor: identity,
    sessionId: id,
    role: null,
    detail: { reason: "foreign_origin" },
  });
}

/** A route that changes or mints something: from the portal's own pages only, and never by GET. */
export function changeRoute(handler: Handler) {
  return async (request: Request): Promise<Response> => {
    const context = requestContext(request.headers);
    const { portal } = await currentConfig();
    const origin = requireSameOrigin(request.headers, portal.url);
    if (origin.ok) return answer(context, request, handler);
    await recordForeignRequest(context, await findCaller());
    return refusalResponse(origin.error, context.requestId);
  };
}
