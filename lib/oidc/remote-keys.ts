import "server-only";
import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from "jose";
import { type Fetch, fetchBounded, IDP_BOUNDS } from "./bounded-fetch";

const MINUTE_MS = 60_000;

/** What every failure to get keys throws, so that it is told from a key that is not there. */
export const KEYS_UNAVAILABLE = "ERR_KEYS_UNAVAILABLE";

/**
 * The keys of an identity provider, fetched when they are needed. An unknown key id makes it look again, so that keys may
 * rotate, but at most twice a minute, so that tokens with invented key ids cannot make it a flood.
 */
export function createRemoteKeys(jwksUri: string, fetch: Fetch): JWTVerifyGetKey {
  return createRemoteJWKSet(new URL(jwksUri), {
    timeoutDuration: IDP_BOUNDS.timeoutMs,
    cooldownDuration: MINUTE_MS / 2,
    cacheMaxAge: 10 * MINUTE_MS,
    [customFetch]: async (url, { headers }) => {
      const answer = await fetchBounded(fetch, url, { headers });
      if (answer.ok && answer.value.status === 200) return new Response(answer.value.text, { status: 200 });
      throw Object.assign(new Error("no keys from the identity provider"), { code: KEYS_UNAVAILABLE });
    },
  });
}
