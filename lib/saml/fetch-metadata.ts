import "server-only";
import { err, ok, type Result } from "#lib/result";

export const METADATA_TIMEOUT_MS = 10_000;
export const MAX_METADATA_BYTES = 2 * 1024 * 1024;

async function readLimited(body: ReadableStream<Uint8Array>): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > MAX_METADATA_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * Fetches metadata from the configured address: 10 seconds for all of it, at most 2 MB, UTF-8. Redirects are refused,
 * since they could lead to an address inside that nobody configured.
 */
export async function fetchMetadata(url: string, fetcher: typeof fetch): Promise<Result<string, { reason: string }>> {
  const signal = AbortSignal.timeout(METADATA_TIMEOUT_MS);
  try {
    const response = await fetcher(url, { redirect: "manual", signal, cache: "no-store" });
    if (response.status !== 200) return err({ reason: `the metadata address answers with status ${response.status}` });
    const bytes = response.body === null ? new Uint8Array() : await readLimited(response.body);
    if (bytes === null) return err({ reason: "the metadata is over 2 MB" });
    return ok(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    return err({ reason: error instanceof Error ? `the metadata cannot be fetched: ${error.name}` : "not fetched" });
  }
}
