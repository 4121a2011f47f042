import "server-only";
import { err, ok, type Result } from "#lib/result";

export type BodyLimits = { readonly maxBytes: number; readonly maxMs: number };

/** Reads a body to text, refusing what is too large or too slow; nothing past the limit is held in memory. */
export async function readBody(
  request: Request,
  limits: BodyLimits,
): Promise<Result<string, "request_too_large" | "request_too_slow">> {
  if (Number(request.headers.get("content-length") ?? 0) > limits.maxBytes) return err("request_too_large");
  const reader = request.body?.getReader();
  if (reader === undefined) return ok("");
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), limits.maxMs);
  });
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const next = await Promise.race([reader.read(), late]);
      if (next === "late") return err("request_too_slow");
      if (next.done) return ok(Buffer.concat(chunks).toString("utf8"));
      size += next.value.byteLength;
      if (size > limits.maxBytes) return err("request_too_large");
      chunks.push(next.value);
    }
  } finally {
    clearTimeout(timer);
    reader.cancel().catch(() => undefined);
  }
}
