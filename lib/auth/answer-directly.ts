import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { log } from "#lib/log";
import type { Taker } from "./before-next";
import { SECURITY_HEADERS } from "./security-headers";
import type { AnswerWire, WireAnswer } from "./wire";

const headersOf = ({ headers }: IncomingMessage): Pick<Headers, "get"> => ({
  get: (name) => {
    const value = headers[name.toLowerCase()];
    return Array.isArray(value) ? value.join(", ") : (value ?? null);
  },
});

function reply(response: ServerResponse, { status, headers, body }: WireAnswer): void {
  const text = body === null ? "" : JSON.stringify(body);
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    ...headers,
    ...(body === null ? {} : { "content-type": "application/json" }),
    "content-length": Buffer.byteLength(text),
  });
  response.end(text);
}

/** Calls by GET at exactly these paths. Anything else at them is the route's, which answers the same. */
export const answerDirectly =
  (calls: Readonly<Record<string, AnswerWire>>): Taker =>
  (request, response) => {
    const [path = "", ...rest] = (request.url ?? "").split("?");
    const answer = request.method === "GET" && Object.hasOwn(calls, path) ? calls[path] : undefined;
    if (answer === undefined) return false;
    answer({ headers: headersOf(request), query: new URLSearchParams(rest.join("?")) }).then(
      (answered) => reply(response, answered),
      (err) => {
        log.error({ err }, "a call that was answered before Next failed");
        response.destroy();
      },
    );
    return true;
  };
