import "server-only";
import type { JWTVerifyGetKey } from "jose";
import type { Result } from "#lib/result";
import type { Fetch } from "./bounded-fetch";
import { fetchMetadata, type OidcMetadata } from "./discovery";
import type { OidcRefusal } from "./refusal";
import { createRemoteKeys } from "./remote-keys";

const MINUTE_MS = 60_000;
const FRESH_MS = 60 * MINUTE_MS;
/** How long a good document serves on while the provider does not answer. */
const STALE_MS = 24 * 60 * MINUTE_MS;
const RETRY_MS = 10_000;

type Entry = {
  readonly result: Result<OidcMetadata, OidcRefusal>;
  readonly fetchedAt: number;
  readonly retryAt: number;
};

/** The identity providers' documents and keys as they are now, kept for the life of a process. */
export type OidcDirectory = {
  readonly metadata: (issuer: string) => Promise<Result<OidcMetadata, OidcRefusal>>;
  readonly keys: (metadata: OidcMetadata) => JWTVerifyGetKey;
};

/**
 * A directory over `fetch` and the clock. A document is good for an hour; when it cannot be renewed the last good one serves
 * for a day, and a failure is remembered for 10 s, so that sign-ins never pile up on a provider that is down.
 */
export function createOidcDirectory(options: { fetch: Fetch; now: () => Date }): OidcDirectory {
  const entries = new Map<string, Entry>();
  const pending = new Map<string, Promise<Entry>>();
  const keys = new Map<string, JWTVerifyGetKey>();

  async function renew(issuer: string): Promise<Entry> {
    const result = await fetchMetadata(issuer, options.fetch);
    const now = options.now().getTime();
    const known = entries.get(issuer);
    const servesOn = !result.ok && known?.result.ok === true && now - known.fetchedAt < STALE_MS;
    const fresh = { result, fetchedAt: now, retryAt: now + (result.ok ? FRESH_MS : RETRY_MS) };
    const entry = servesOn ? { ...known, retryAt: now + RETRY_MS } : fresh;
    entries.set(issuer, entry);
    return entry;
  }

  return {
    metadata: async (issuer) => {
      const known = entries.get(issuer);
      if (known !== undefined && options.now().getTime() < known.retryAt) return known.result;
      const renewal = pending.get(issuer) ?? renew(issuer).finally(() => pending.delete(issuer));
      pending.set(issuer, renewal);
      return (await renewal).result;
    },
    keys: ({ jwksUri }) => {
      const getKey = keys.get(jwksUri) ?? createRemoteKeys(jwksUri, options.fetch);
      keys.set(jwksUri, getKey);
      return getKey;
    },
  };
}
