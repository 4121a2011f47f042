import "server-only";
import { IncomingMessage, type ServerResponse } from "node:http";
import type { Taker } from "./before-next";
import { NO_STORE, SECURITY_HEADERS } from "./security-headers";

type Answer = { readonly name: string; readonly status: number; readonly body: string };
type Answering = (body: Uint8Array) => Answer | null;

const MAX_BYTES = 8192;
const MAX_MS = 5000;

function reply(response: ServerResponse, { name, status, body }: Answer): void {
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    ...NO_STORE,
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
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

/** Answers device polls that only have to wait. Everything else at this address, and every first poll, is the route's. */
export const answerPolls =
  (path: string, answering: Answering): Taker =>
  (request, response, pass) => {
    if (!mayBePoll(request, path)) return false;
    readBody(request, (body) => {
      const answer = answering(body);
      if (answer === null) pass(unread(request, body));
      else reply(response, answer);
    });
    return true;
  };
