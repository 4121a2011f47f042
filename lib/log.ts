import "server-only";
import pino, { type DestinationStream } from "pino";

/**
 * The portal's log: one JSON object a line on standard output. Callers pass named fields, never a request, a response,
 * a token or an error's own properties: pino's error serializer is replaced by name, message and stack, since an SDK
 * error carries the answer it came from.
 */
export const createLog = (destination?: DestinationStream) =>
  pino(
    {
      level: process.env.GATEHOUSE_LOG_LEVEL ?? "info",
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: nameAndStack, error: nameAndStack },
    },
    destination,
  );

export const log = createLog();

/** Where it was thrown. The stack as it comes begins with the message, in any length. */
function framesOf(error: Error): string | undefined {
  const frames = error.stack?.split("\n").filter((line) => /^ +at /.test(line));
  return frames?.join("\n").slice(0, 2000);
}

/** What went wrong. Prisma's messages quote the whole call, values and all, and say it in their last line. */
const lastLineOf = (message: string) => message.trimEnd().split("\n").at(-1)?.slice(0, 300);

function nameAndStack(error: unknown) {
  if (!(error instanceof Error)) return { message: "not an Error" };
  return { name: error.name, message: lastLineOf(error.message), stack: framesOf(error) };
}
