import { escapeHtml, sendPage } from "./console/html-page";
import type { ConsoleHandler, Visit } from "./console/visit";
import { createRecorder, drop, type Exchange, SUCCESS, toOutcome } from "./exchange";
import { applyFault } from "./faults";
import type { Sandbox } from "./sandbox";

/** Answers a page's request: the handler does, or its refusal is shown. */
export async function answerConsole(
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
