import "server-only";
import type { z } from "zod";
import { err, ok, type Result } from "#lib/result";
import { readBody } from "./read-body";

const LIMITS = { maxBytes: 64 * 1024, maxMs: 10_000 };

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A JSON body of the given shape. Other content types are refused: a form post from elsewhere cannot send this one. */
export async function readJson<T>(
  request: Request,
  schema: z.ZodType<T>,
  limits = LIMITS,
): Promise<Result<T, "request_invalid" | "request_too_large">> {
  if (!request.headers.get("content-type")?.startsWith("application/json")) return err("request_invalid");
  const body = await readBody(request, limits);
  if (!body.ok) return err("request_too_large");
  const parsed = schema.safeParse(parseJson(body.value));
  return parsed.success ? ok(parsed.data) : err("request_invalid");
}

/** The fields of a posted form; the first value of each name. */
export async function readForm<T>(
  request: Request,
  schema: z.ZodType<T>,
  limits = LIMITS,
): Promise<Result<T, "request_invalid" | "request_too_large">> {
  if (!request.headers.get("content-type")?.startsWith("application/x-www-form-urlencoded"))
    return err("request_invalid");
  const body = await readBody(request, limits);
  if (!body.ok) return err("request_too_large");
  const parsed = schema.safeParse(Object.fromEntries([...new URLSearchParams(body.value)].reverse()));
  return parsed.success ? ok(parsed.data) : err("request_invalid");
}
