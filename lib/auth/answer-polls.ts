import "server-only";
import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage, type Server, type ServerResponse } from "node:http";

type Answer = { readonly name: string; readonly status: number; readonly body: string };
type Answering = (body: Uint8Array) => Answer | null;
type Listener = (request: IncomingMessage, response: ServerResponse) => void;

const MAX_BYTES = 8192;
const MAX_MS = 5000;

function reply(response: ServerResponse, { name, status, body }: Answer): void {
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    "cache-control": "no-store, no-transform",
    "x-content-type-options": "nosniff",
    "x-amzn-errortype": name,
  });
  response.end(body);
}

/** The same request with its body unread: Next takes none that somebody has looked at (`stream.Readable.readableDidRead`). */
function unread(request: IncomingMessage, body: Uint8Array): IncomingMessage {
  const copy = new IncomingMessage(request.socket);
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = request;
  Object.assign(copy, { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor });
  copy.complete = true;
  copy.push(body);
  copy.push(null);
  return copy;
}

/** Reads a small body to its end. One that comes too slowly is hung up on, as the route would. */
function readBody(request: IncomingMessage, then: (body: Uint8Array) => void): void {
  const chunks: Uint8Array[] = [];
  const timer = setTimeout(() => request.destroy(), MAX_MS);
  request.on("data", (chunk: Uint8Array) => void chunks.push(chunk));
  request.on("close", () => clearTimeout(timer));
  request.on("end", () => then(Buffer.concat(chunks)));
}

function mayBePoll({ method, url, headers }: IncomingMessage, path: string): boolean {
  const length = Number(headers["content-length"]);
  return method === "POST" && url === path && length > 0 && length <= MAX_BYTES;
}

function wrap(server: Server, path: string, answering: Answering): void {
  const listeners = server.listeners("request") as Listener[];
  server.removeAllListeners("request");
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    const pass = (asked: IncomingMessage) => {
      for (const listener of listeners) listener.call(server, asked, response);
    };
    if (!mayBePoll(request, path)) return pass(request);
    readBody(request, (body) => {
      const answer = answering(body);
      if (answer === null) pass(unread(request, body));
      else reply(response, answer);
    });
  });
}

/**
 * Answers device polls that only have to wait before Next sees them. Thousands of command lines may poll all the time; a route of
 * Next's takes many times as long to say the same. Everything else, and every first poll, goes to the route.
 */
export function answerPolls(path: string, answering: Answering): void {
  const wrapped = new WeakSet<Server>();
  subscribe("http.server.request.start", (message) => {
    const { server } = message as { server: Server };
    if (wrapped.has(server)) return;
    wrapped.add(server);
    wrap(server, path, answering);
  });
}
