import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { answerCall } from "./answer-call";
import { answerConsole } from "./answer-console";
import { consolePage } from "./console/console-page";
import { federation } from "./console/federation";
import { sendPage } from "./console/html-page";
import { answerControl } from "./control";
import { findScope } from "./query/sigv4";
import { readRegion } from "./regions";
import type { Sandbox } from "./sandbox";

const MAX_BODY_BYTES = 1_000_000;

/** Everything the stand-in answers, by path. */
export async function handleRequest(
  sandbox: Sandbox,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? "/", sandbox.url);
  const body = await readBody(request);
  if (body === null) {
    response.writeHead(413, { Connection: "close" }).end();
    return;
  }
  if (answerControl(sandbox, `${request.method} ${url.pathname}`, body, response)) return;
  const parameters = new Map([...url.searchParams, ...new URLSearchParams(readForm(request, body))]);
  const region = readRegion(url.pathname);
  const exchange = { request, response, url, region, body, parameters, requestId: randomUUID() };
  const action = parameters.get("Action") ?? "";
  if ((url.pathname === "/" || region !== null) && action !== "") return answerCall(sandbox, { ...exchange, action });
  if (findScope({ query: url.searchParams, headers: request.headers }).service === "s3") {
    const operation = `${request.method} ${url.pathname}`;
    return answerCall(sandbox, { ...exchange, action: operation === "GET /" ? "ListBuckets" : operation });
  }
  if (url.pathname === "/federation") return answerConsole(sandbox, { ...exchange, action }, "federation", federation);
  if (url.pathname === "/oauth") return answerConsole(sandbox, { ...exchange, action }, "federation", federation);
  if (url.pathname === "/console" || url.pathname.startsWith("/console/")) {
    return answerConsole(sandbox, { ...exchange, action: "console" }, "console", consolePage);
  }
  sendPage(response, url.pathname === "/" ? 200 : 404, "AWS stand-in", "<p>STS, federation endpoint and console.</p>");
}

function readForm(request: IncomingMessage, body: Buffer): string {
  const isForm = request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded") ?? false;
  return isForm ? body.toString("utf8") : "";
}

async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > MAX_BODY_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
