import type { IncomingMessage, ServerResponse } from "node:http";
import type { Refusal } from "./refusal";
import { type Finding, type RecordedRequest, redactParameters } from "./request-log";
import type { Sandbox } from "./sandbox";

/** One request and the place of its answer. */
export type Exchange = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  /** Of an address below `/regions/`. */
  readonly region: string | null;
  readonly body: Buffer;
  readonly parameters: ReadonlyMap<string, string>;
  readonly action: string;
  readonly requestId: string;
};

export type Outcome = Pick<RecordedRequest, "status" | "code" | "message" | "fault">;

export const SUCCESS: Outcome = { status: 200, code: null, message: null, fault: false };

export const toOutcome = ({ status, code, message }: Refusal): Outcome => ({ status, code, message, fault: false });

/** Ends the connection without an answer. */
export function drop(exchange: Exchange, finish: (outcome: Outcome) => void): void {
  finish({ status: 0, code: null, message: null, fault: true });
  exchange.request.socket.destroy();
}

/** Leaves the connection open and never answers. */
export function hang(finish: (outcome: Outcome) => void): void {
  finish({ status: 0, code: null, message: null, fault: true });
}

/** Collects what is found out about a request, and writes it down when the request is over. */
export function createRecorder(sandbox: Sandbox, exchange: Exchange, service: RecordedRequest["service"]) {
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
