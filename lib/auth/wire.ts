import "server-only";
import type { ErrorCode } from "#lib/errors";
import { resolveLanguage } from "#lib/i18n/languages";
import { errorWordsIn } from "./error-words-in";

/** What of a request a program's call needs: it has neither cookies nor pages. */
export type WireRequest = { readonly headers: Pick<Headers, "get">; readonly query: URLSearchParams };

export type WireAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as JSON; null for an empty body. */
  readonly body: object | null;
};

/** One call of a program, answered; it never rejects. The same whether Next has the request or not (answer-directly). */
export type AnswerWire = (request: WireRequest) => Promise<WireAnswer>;

/** The route of Next's that answers the same. */
export const toRoute = (answer: AnswerWire) => async (request: Request) => {
  const { status, headers, body } = await answer({
    headers: request.headers,
    query: new URL(request.url).searchParams,
  });
  return body === null ? new Response(null, { status, headers }) : Response.json(body, { status, headers });
};

/** What an error is called and what to do about it, in one line, as a program prints it. */
export async function sayError(code: ErrorCode, headers: Pick<Headers, "get">): Promise<string> {
  const language = resolveLanguage({ cookie: undefined, acceptLanguage: headers.get("accept-language") });
  const { title, message, hint } = await errorWordsIn(language, code);
  return [`${title}.`, message, hint].filter((part) => part !== undefined).join(" ");
}
