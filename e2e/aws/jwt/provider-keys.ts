import { type CryptoKey, importJWK, type JWK } from "jose";
import { z } from "zod";

export type SigningKey = {
  readonly kid: string;
  readonly kty: "RSA" | "EC";
  readonly forAlgorithm: (alg: string) => Promise<CryptoKey | Uint8Array>;
};
export type KeyCache = {
  /** The issuer's usable keys. `fresh` asks the issuer again, at most once a second. Throws when it cannot be reached. */
  readonly find: (issuer: string, fresh: boolean) => Promise<readonly SigningKey[]>;
};
type Entry = { readonly keys: Promise<readonly SigningKey[]>; readonly fetchedAtMs: number };

const TIMEOUT_MS = 5_000;
const CACHE_MS = 60_000;
const RETRY_MS = 1_000;
const MAX_KEYS_OF_A_TYPE = 100;

const discoverySchema = z.object({ issuer: z.string(), jwks_uri: z.url() });
const jwksSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

/**
 * Keys of issuers as AWS finds them: discovery document, then `jwks_uri`, five seconds for each. `monotonicMs` is a clock
 * that no test moves.
 */
export function createKeyCache(fetchUrl: typeof fetch, monotonicMs: () => number): KeyCache {
  const entries = new Map<string, Entry>();
  return {
    find: (issuer, fresh) => {
      const known = entries.get(issuer);
      const ageMs = known ? monotonicMs() - known.fetchedAtMs : Number.POSITIVE_INFINITY;
      if (known && ageMs < (fresh ? RETRY_MS : CACHE_MS)) return known.keys;
      const keys = fetchKeys(fetchUrl, issuer);
      entries.set(issuer, { keys, fetchedAtMs: monotonicMs() });
      // A failure is not remembered.
      keys.catch(() => entries.delete(issuer));
      return keys;
    },
  };
}

async function fetchKeys(fetchUrl: typeof fetch, issuer: string): Promise<readonly SigningKey[]> {
  const discovery = await fetchJson(fetchUrl, `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`);
  const { issuer: said, jwks_uri } = discoverySchema.parse(discovery);
  if (said !== issuer) throw new Error(`${issuer} says that it is ${said}`);
  return selectKeys(jwksSchema.parse(await fetchJson(fetchUrl, jwks_uri)).keys);
}

async function fetchJson(fetchUrl: typeof fetch, url: string): Promise<unknown> {
  requireFetchable(url);
  const response = await fetchUrl(url, { redirect: "error", signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}

/** AWS insists on https with a public name. Plain http to this machine is this stand-in's one concession. */
export function requireFetchable(url: string): void {
  const { protocol, hostname } = new URL(url);
  const loopback = hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
  if (protocol !== "https:" && !(protocol === "http:" && loopback))
    throw new Error(`${url} is neither https nor loopback`);
}

/** `use: enc` and any `key_ops` make a key unusable, a key needs an id, and more than 100 of a type disable that type. */
function selectKeys(jwks: readonly JWK[]): readonly SigningKey[] {
  const byId = new Map<string, SigningKey>();
  for (const type of ["RSA", "EC"] as const) {
    const ofType = jwks.filter((jwk) => jwk.kty === type);
    if (ofType.length > MAX_KEYS_OF_A_TYPE) continue;
    for (const jwk of ofType) {
      if (jwk.use === "enc" || jwk.key_ops !== undefined || jwk.kid === undefined) continue;
      byId.set(jwk.kid, { kid: jwk.kid, kty: type, forAlgorithm: importOnce(jwk) });
    }
  }
  return [...byId.values()];
}

/** The token's `alg` decides, not the key's. */
function importOnce(jwk: JWK): SigningKey["forAlgorithm"] {
  const imported = new Map<string, Promise<CryptoKey | Uint8Array>>();
  const { alg: _, ...rest } = jwk;
  return (alg) => {
    const key = imported.get(alg) ?? importJWK(rest, alg);
    imported.set(alg, key);
    return key;
  };
}
