import "server-only";
import pino from "pino";

/**
 * The portal's log: one JSON object a line on standard output. Callers pass named fields, never a request, a response,
 * a token or an error's own properties: pino's error serializer is replaced by name and message, since an SDK error
 * carries the answer it came from.
 */
export const log = pino({
  level: process.env.GATEHOUSE_LOG_LEVEL ?? "info",
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  serializers: { err: nameAndStack },
});

function nameAndStack(error: unknown) {
  if (!(error instanceof Error)) return { message: "not an Error" };
  return { name: error.name, message: error.message.slice(0, 300), stack: error.stack?.slice(0, 2000) };
}
