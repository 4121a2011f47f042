import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** Hands a request on to Next. */
export type Pass = (request: IncomingMessage) => void;

/** Answers a request, or hands it on later by `pass`: true then. False: it is none of its. */
export type Taker = (request: IncomingMessage, response: ServerResponse, pass: Pass) => boolean;

function wrap(server: Server, takers: readonly Taker[]): void {
  const listeners = server.listeners("request") as Listener[];
  server.removeAllListeners("request");
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    const pass: Pass = (asked) => {
      for (const listener of listeners) listener.call(server, asked, response);
    };
    if (!takers.some((take) => take(request, response, pass))) pass(request);
  });
}

/**
 * Offers each request to these before Next has it, from the second of a server on. For the calls of programs, thousands of
 * which may come at once: Next's way to a route takes several times as long as what they ask. A request that none takes goes on as
 * if nobody had looked.
 */
export function takeBeforeNext(takers: readonly Taker[]): void {
  const wrapped = new WeakSet<Server>();
  subscribe("http.server.request.start", (message) => {
    const { server } = message as { server: Server };
    if (wrapped.has(server)) return;
    wrapped.add(server);
    wrap(server, takers);
  });
}
