import "server-only";
import { currentConfig } from "#lib/config/current";
import { ERROR_STATUS, type ErrorCode } from "#lib/errors";
import type { RequestContext } from "#lib/identity";
import { log } from "#lib/log";
import type { Result } from "#lib/result";
import { requestContext } from "./request-context";
import { NO_STORE } from "./security-headers";
import { type AnswerWire, sayError, type WireAnswer, type WireRequest } from "./wire";

/** What the container credential provider of the SDKs reads (SDKs and Tools Reference, feature-container-credentials). */
type ContainerAnswer = {
  readonly AccessKeyId: string;
  readonly SecretAccessKey: string;
  readonly Token: string;
  /** RFC 3339, in UTC, to the second. */
  readonly Expiration: string;
  readonly AccountId: string;
};

type Handler = (
  context: RequestContext,
  token: string | null,
) => Promise<Result<ContainerAnswer, { readonly code: ErrorCode }>>;

/** SDKs send the token as it is; other programs add a scheme. A token file that ends with a line is no other token. */
const readToken = (headers: WireRequest["headers"]): string | null =>
  headers
    .get("authorization")
    ?.replace(/^Bearer +/i, "")
    .trim() ?? null;

/** SDKs know five: what asking again may change is 429 or 503, what it will not is 4xx. */
function statusOf(code: ErrorCode): number {
  const status = ERROR_STATUS[code];
  if (status >= 500 || status === 429) return status === 429 ? 429 : 503;
  return status === 401 || status === 404 ? status : 403;
}

/** Botocore prints the body, the SDK for JavaScript reads `Code` and `Message`, the one for Java `code` and `message`. */
async function refuse(
  code: ErrorCode,
  { requestId }: RequestContext,
  headers: WireRequest["headers"],
  waitSeconds: number,
): Promise<WireAnswer> {
  const [words, { portal }] = await Promise.all([sayError(code, headers), currentConfig()]);
  const said = `${words} (${portal.url}/terminal/containers, request id ${requestId})`;
  const status = statusOf(code);
  const wait = status === 429 ? { "retry-after": String(waitSeconds) } : {};
  const body = { code, message: said, Code: code, Message: said };
  return { status, headers: { ...NO_STORE, ...wait }, body };
}

/** What containers ask. By GET, as the SDKs do: the token in its header is no browser's, and no cookie counts. */
export const containerCall =
  (handler: Handler, waitSeconds: number): AnswerWire =>
  async ({ headers }) => {
    const context = requestContext(headers);
    try {
      const answer = await handler(context, readToken(headers));
      if (answer.ok) return { status: 200, headers: NO_STORE, body: answer.value };
      return await refuse(answer.error.code, context, headers, waitSeconds);
    } catch (error) {
      log.error({ err: error, requestId: context.requestId }, "container credentials failed");
      return refuse("internal_error", context, headers, waitSeconds);
    }
  };
