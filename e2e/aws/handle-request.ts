import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { consolePage } from "./console/console-page";
import { federation } from "./console/federation";
import { escapeHtml, sendPage } from "./console/html-page";
import type { ConsoleHandler, Visit } from "./console/visit";
import { answerControl } from "./control";
import { applyFault } from "./faults";
import { isRefusal, type Refusal, refuse } from "./refusal";
import { type Finding, type RecordedRequest, redactParameters } from "./request-log";
import type { Sandbox } from "./sandbox";
import { handleCall } from "./sts/handle-call";
import { formatError } from "./sts/xml";

const MAX_BODY_BYTES = 1_000_000;

type Exchange = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly body: Buffer;
  readonly parameters: ReadonlyMap<string, string>;
  readonly action: string;
  readonly requestId: string;
};
type Outcome = Pick<RecordedRequest, "status" | "code" | "message" | "fault">;

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
  const exchange = { request, response, url, body, parameters, requestId: randomUUID() };
  const action = parameters.get("Action") ?? "";
  if (url.pathname === "/" && action !== "") return answerSts(sandbox, { ...exchange, action });
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

async function answerSts(sandbox: Sandbox, exchange: Exchange): Promise<void> {
  const { request, response, parameters, requestId, url, body } = exchange;
  const recorder = createRecorder(sandbox, exchange, "sts");
  const http = {
    method: request.method ?? "",
    path: url.pathname,
    query: url.searchParams,
    headers: request.headers,
    body,
  };
  const fault = await applyFault(sandbox.faults.take(exchange.action));
  if (fault === "drop") return drop(exchange, recorder.finish);
  const call = { parameters, requestId, http, note: recorder.note };
  const answer = fault ?? (await handleCall(call, sandbox).catch(toFailure));
  const refused = isRefusal(answer);
  recorder.finish(refused ? { ...toOutcome(answer), fault: fault !== null } : SUCCESS);
  response.writeHead(refused ? answer.status : 200, { "Content-Type": "text/xml", "x-amzn-RequestId": requestId });
  response.end(refused ? formatError(answer, requestId) : answer);
}

async function answerConsole(
  sandbox: Sandbox,
  exchange: Exchange,
  service: "federation" | "console",
  handler: ConsoleHandler,
): Promise<void> {
  const recorder = createRecorder(sandbox, exchange, service);
  const fault = await applyFault(sandbox.faults.take(exchange.action));
  if (fault === "drop") return drop(exchange, recorder.finish);
  const visit: Visit = { ...exchange, note: recorder.note };
  const refusal = fault ?? handler(visit, sandbox);
  recorder.finish({
    ...(refusal ? toOutcome(refusal) : { ...SUCCESS, status: exchange.response.statusCode }),
    fault: fault !== null,
  });
  if (refusal !== null && !exchange.response.headersSent) {
    sendPage(exchange.response, refusal.status, String(refusal.status), `<p>${escapeHtml(refusal.message)}</p>`);
  }
}

const SUCCESS: Outcome = { status: 200, code: null, message: null, fault: false };

const toOutcome = ({ status, code, message }: Refusal): Outcome => ({ status, code, message, fault: false });

/** A bug here, or metadata that cannot be fetched: AWS says no more than this, the record says what it was. */
function toFailure(error: unknown): Refusal {
  const detail = error instanceof Error ? error.message : String(error);
  return refuse(500, "InternalFailure", `The stand-in failed: ${detail}`);
}

function drop(exchange: Exchange, finish: (outcome: Outcome) => void): void {
  finish({ status: 0, code: null, message: null, fault: true });
  exchange.request.socket.destroy();
}

function createRecorder(sandbox: Sandbox, exchange: Exchange, service: RecordedRequest["service"]) {
  let found: Finding = {};
  const at = sandbox.clock().toISOString();
  return {
    note: (finding: Finding) => {
      found = { ...found, ...finding };
    },
    finish: (outcome: Outcome) => {
      const { request, requestId, action, parameters } = exchange;
      sandbox.log.add({
        ...found,
        ...outcome,
        requestId,
        at,
        service,
        method: request.method ?? "",
        action,
        userAgent: request.headers["user-agent"] ?? "",
        parameters: redactParameters(parameters),
      });
    },
  };
}
