import "server-only";
import type { RequestContext } from "#lib/identity";
import { log } from "#lib/log";
import { err, type Result } from "#lib/result";
import { OIDC_ERRORS, type OidcRefusal } from "#lib/sso/oidc-errors";
import { readBody } from "./read-body";
import { requestContext } from "./request-context";
import { NO_STORE } from "./security-headers";

const LIMITS = { maxBytes: 16 * 1024, maxMs: 5000 };

/** `text` is the body as it came. */
type Handler = (context: RequestContext, body: unknown, text: string) => Promise<Result<object, OidcRefusal>>;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** AWS's clients read the name in the header, and know nothing of `error`: without it a device login ends at its first poll. */
function answer(result: Result<object, OidcRefusal>): Response {
  if (result.ok) return Response.json(result.value, { headers: NO_STORE });
  const { name, description } = result.error;
  const { status, error } = OIDC_ERRORS[name];
  const headers = { ...NO_STORE, "x-amzn-errortype": name };
  return Response.json({ error, error_description: description }, { status, headers });
}

const refuse = (name: OidcRefusal["name"], description: string) => answer(err({ name, description }));

async function run(handler: Handler, request: Request): Promise<Response> {
  const context = requestContext(request.headers);
  const body = await readBody(request, LIMITS);
  if (!body.ok) return refuse("InvalidRequestException", "The body is too large or came too slowly.");
  try {
    return answer(await handler(context, parseJson(body.value), body.value));
  } catch (error) {
    log.error({ err: error, requestId: context.requestId }, "a call of sso-oidc failed");
    return refuse("InternalServerException", "The portal could not answer.");
  }
}

/** A call of sso-oidc: JSON in and out, by nobody in particular. No cookie counts here, so that none can be misused. */
export const oidcRoute = (handler: Handler) => (request: Request) => run(handler, request);
