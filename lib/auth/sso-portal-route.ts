import "server-only";
import { currentConfig } from "#lib/config/current";
import type { ErrorCode } from "#lib/errors";
import type { Caller, RequestContext } from "#lib/identity";
import { log } from "#lib/log";
import { err, type Result } from "#lib/result";
import { PORTAL_ERRORS, type PortalErrorName, type PortalRefusal } from "#lib/sso/portal-errors";
import { requestContext } from "./request-context";
import { NO_STORE } from "./security-headers";
import { type AnswerWire, sayError, toRoute, type WireAnswer, type WireRequest } from "./wire";

type Answer = Result<object | null, PortalRefusal>;
type FindCaller = (context: RequestContext, accessToken: string | null) => Promise<Caller | null>;
type Handler = (caller: Caller, query: URLSearchParams, headers: WireRequest["headers"]) => Promise<Answer>;

/** As AWS's clients send it, and as proxies leave it that take no underscores. */
const TOKEN_HEADERS = ["x-amz-sso_bearer_token", "x-amz-sso-bearer-token", "x-amz-sso-bearer_token"];

const readToken = (headers: WireRequest["headers"]): string | null =>
  TOKEN_HEADERS.map((name) => headers.get(name)).find((value) => value !== null) ?? null;

function toWire(result: Answer): WireAnswer {
  if (result.ok) return { status: 200, headers: NO_STORE, body: result.value };
  const { name, message } = result.error;
  const headers = { ...NO_STORE, "x-amzn-errortype": name };
  // The model has `message` alone; AWS adds its own name of the one that is not in the model.
  const type = name === "ForbiddenException" ? { __type: `com.amazonaws.switchboard.portal#${name}` } : {};
  return { status: PORTAL_ERRORS[name], headers, body: { message, ...type } };
}

const UNAUTHORIZED = { name: "UnauthorizedException", message: "Session token not found or invalid" } as const;
const FAILED = { name: "InternalServerException", message: "The portal could not answer." } as const;

/** A call of the sso portal, in the name of whoever signed the command line in. No cookie counts here. */
export const portalCall =
  (findCaller: FindCaller, handler: Handler): AnswerWire =>
  async ({ headers, query }) => {
    const context = requestContext(headers);
    try {
      const caller = await findCaller(context, readToken(headers));
      return toWire(caller === null ? err(UNAUTHORIZED) : await handler(caller, query, headers));
    } catch (error) {
      log.error({ err: error, requestId: context.requestId }, "a call of the sso portal failed");
      return toWire(err(FAILED));
    }
  };

/** The same as a route. */
export const portalRoute = (findCaller: FindCaller, handler: Handler) => toRoute(portalCall(findCaller, handler));

/** What another answer would change nothing about, a command line is told as 403; 401 makes it ask to sign in again. */
const NAMES: Partial<Record<ErrorCode, PortalErrorName>> = {
  request_invalid: "InvalidRequestException",
  reauthentication_required: "UnauthorizedException",
  duration_below_minimum: "UnauthorizedException",
  sts_throttled: "TooManyRequestsException",
  sts_unavailable: "ServiceUnavailableException",
  idp_unavailable: "ServiceUnavailableException",
};

/** A use case's refusal as the command line prints it: the words of the portal, where a browser can do more, and the id to ask about. */
export async function toPortalRefusal(
  code: ErrorCode,
  { requestId }: RequestContext,
  headers: WireRequest["headers"],
): Promise<PortalRefusal> {
  // The same for a role that is not theirs and one that there is not.
  if (code === "role_not_granted") return { name: "ForbiddenException", message: "No access" };
  const [said, { portal }] = await Promise.all([sayError(code, headers), currentConfig()]);
  return { name: NAMES[code] ?? "ForbiddenException", message: `${said} (${portal.url}, request id ${requestId})` };
}
