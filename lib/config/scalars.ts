import { z } from "zod";
import { parseDuration } from "./durations";

/** A duration such as `9h` or `1h30m`; the output is in seconds. Whole numbers are refused: their unit is a guess. */
export function duration(bounds: { min: string; max: string }) {
  const min = parseDuration(bounds.min) ?? 0;
  const max = parseDuration(bounds.max) ?? Number.MAX_SAFE_INTEGER;
  const message = `needs to be a duration between ${bounds.min} and ${bounds.max}, such as ${bounds.min} or ${bounds.max}`;
  return z
    .string({ error: message })
    .regex(/^(\d{1,7}[smhd])+$/, message)
    .refine((text) => {
      const seconds = parseDuration(text);
      return seconds !== null && seconds >= min && seconds <= max;
    }, message)
    .transform((text) => parseDuration(text) ?? 0);
}

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** https anywhere, http on loopback only. */
function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  if (url.username !== "" || url.password !== "" || url.hash !== "") return false;
  return url.protocol === "https:" || (url.protocol === "http:" && LOOPBACK.has(url.hostname));
}

const NEEDS_SAFE_URL = "needs to be an https:// URL (http:// is accepted for localhost, 127.0.0.1 and [::1] only)";

export const httpUrl = z
  .string()
  .regex(/^https?:\/\//, NEEDS_SAFE_URL)
  .refine(isSafeUrl, NEEDS_SAFE_URL);

/** The same, where `{region}` stands for a Region. */
export const regionalUrl = z
  .string()
  .regex(/^https?:\/\//, NEEDS_SAFE_URL)
  .refine((text) => isSafeUrl(text.replaceAll("{region}", "us-east-1")), NEEDS_SAFE_URL);

export const origin = httpUrl
  .refine(
    (text) => URL.canParse(text) && (text === new URL(text).origin || text === `${new URL(text).origin}/`),
    "needs to be scheme, host and port only, without a path",
  )
  .transform((text) => new URL(text).origin);
