import "server-only";
import { err, ok, type Result } from "#lib/result";

export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/** An answer that was read to its end, within bounds. */
export type BoundedAnswer = { readonly status: number; readonly contentType: string; readonly text: string };

export type Bounds = { readonly timeoutMs: number; readonly maxBytes: number };

/** What identity providers get: real documents have a few kilobytes and come within a second. */
export const IDP_BOUNDS: Bounds = { timeoutMs: 5_000, maxBytes: 512 * 1024 };

async function readText(response: Response, maxBytes: number): Promise<string | null> {
  if (response.body === null) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      return null;
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/**
 * One request that ends: within `timeoutMs`, body included, and `maxBytes`. Redirects are not followed, since they could
 * lead into the portal's own network. Whatever goes wrong on the way is one refusal: the other side is not available.
 */
export async function fetchBounded(
  fetch: Fetch,
  url: string,
  init: RequestInit = {},
  bounds: Bounds = IDP_BOUNDS,
): Promise<Result<BoundedAnswer, "idp_unavailable">> {
  try {
    const signal = AbortSignal.timeout(bounds.timeoutMs);
    const response = await fetch(url, { ...init, redirect: "manual", cache: "no-store", signal });
    const text = await readText(response, bounds.maxBytes);
    if (text === null) return err("idp_unavailable");
    return ok({ status: response.status, contentType: response.headers.get("content-type") ?? "", text });
  } catch {
    return err("idp_unavailable");
  }
}

/** The object in a JSON text; null for anything else. */
export function parseJsonObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
    return Object.fromEntries(Object.entries(value));
  } catch {
    return null;
  }
}
