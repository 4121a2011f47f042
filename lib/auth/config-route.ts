import "server-only";
import type { Messages } from "next-intl";
import { getTranslations } from "next-intl/server";
import { currentConfig } from "#lib/config/current";
import type { Caller, RequestContext } from "#lib/identity";
import { log } from "#lib/log";
import { err, ok, type Result } from "#lib/result";
import { readBody } from "./read-body";
import { requestContext } from "./request-context";
import { requireSameOrigin } from "./same-origin";
import { NO_STORE } from "./security-headers";
import { findCaller } from "./session";

const LIMITS = { maxBytes: 1024 * 1024, maxMs: 20_000 };

type Code = keyof Messages["cliConfig"]["problems"];
type Problem = { readonly code: Code; readonly subject?: string; readonly known?: string };

const STATUS: Partial<Record<Code, number>> = {
  not_signed_in: 401,
  foreign_origin: 403,
  session_taken: 409,
  file_too_large: 413,
  content_type: 415,
  holds_secret: 422,
  too_many: 429,
  failed: 500,
};

const HEADERS = { ...NO_STORE, "content-type": "text/plain; charset=utf-8" };

/** What somebody sent, as a terminal may show it: a control character there would be a key press or hide a line. */
const toShown = (text = "") => text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "?").slice(0, 400);

/** A refusal in words, as text: curl shows it to a person. */
async function refuse({ code, subject, known }: Problem): Promise<Response> {
  const t = await getTranslations("cliConfig.problems");
  const text = t(code, { subject: toShown(subject), known: toShown(known) });
  return new Response(`${text}\n`, { status: STATUS[code] ?? 400, headers: HEADERS });
}

type FindCaller = (context: RequestContext, authorization: string) => Promise<Caller | null>;

/** By the header where there is one, and then no cookie counts; by the cookie from the portal's own pages, for what is sent to it. */
async function admit(
  request: Request,
  context: RequestContext,
  findByHeader: FindCaller,
): Promise<Result<Caller, Code>> {
  const authorization = request.headers.get("authorization");
  if (authorization === null && request.method !== "GET") {
    const { portal } = await currentConfig();
    const origin = requireSameOrigin(request.headers, portal.url);
    if (!origin.ok) return origin;
  }
  const caller = authorization === null ? await findCaller() : await findByHeader(context, authorization);
  return caller === null ? err("not_signed_in") : ok(caller);
}

// What curl says of `--data-binary` by itself is taken too; a form of fields is not a file.
const FILE_TYPES = /^(text\/plain|application\/octet-stream|application\/x-www-form-urlencoded)\b/;

async function readFile(request: Request): Promise<Result<string | null, Code>> {
  if (request.method === "GET") return ok(null);
  if (!FILE_TYPES.test(request.headers.get("content-type") ?? "")) return err("content_type");
  const body = await readBody(request, LIMITS);
  return body.ok ? body : err("file_too_large");
}

export type ConfigUseCases = {
  readonly findByHeader: FindCaller;
  /** Counts the asking. */
  readonly isTooMany: (context: RequestContext) => Promise<boolean>;
  readonly write: (caller: Caller, query: URLSearchParams, file: string | null) => Promise<Result<string, Problem>>;
};

async function answer(request: Request, context: RequestContext, useCases: ConfigUseCases): Promise<Response> {
  if (await useCases.isTooMany(context)) return refuse({ code: "too_many" });
  const caller = await admit(request, context, useCases.findByHeader);
  if (!caller.ok) return refuse({ code: caller.error });
  const file = await readFile(request);
  if (!file.ok) return refuse({ code: file.error });
  const text = await useCases.write(caller.value, new URL(request.url).searchParams, file.value);
  return text.ok ? new Response(text.value, { headers: HEADERS }) : refuse(text.error);
}

/** A route that answers the caller's `~/.aws/config` as text: a new one by GET, the one that was sent brought up to date by POST. */
export function configRoute(useCases: ConfigUseCases) {
  return async (request: Request): Promise<Response> => {
    const context = requestContext(request.headers);
    try {
      return await answer(request, context, useCases);
    } catch (error) {
      log.error({ err: error, requestId: context.requestId }, "the configuration could not be written");
      return refuse({ code: "failed" });
    }
  };
}
