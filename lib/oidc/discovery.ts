import "server-only";
import { z } from "zod";
import { toIssuerTemplate } from "#lib/config/multi-tenant-issuer";
import { err, ok, type Result } from "#lib/result";
import { type Fetch, fetchBounded, parseJsonObject } from "./bounded-fetch";
import type { OidcRefusal } from "./refusal";

/** What the portal uses of an identity provider's discovery document. */
export type OidcMetadata = {
  /** As published; with `{tenantid}` where it serves many tenants. */
  readonly issuer: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly jwksUri: string;
  readonly userinfoEndpoint: string | null;
  readonly endSessionEndpoint: string | null;
  /** RFC 9207: answers name their issuer, and one that does not is not this provider's. */
  readonly authorizationResponseIssParameterSupported: boolean;
};

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);
const isLoopbackHttp = (url: URL) => url.protocol === "http:" && LOOPBACK.has(url.hostname);

/** https, or http on loopback for an issuer that is there itself: a provider elsewhere never points at this machine. */
function isSafeEndpoint(text: string, issuer: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  if (url.username !== "" || url.password !== "") return false;
  return url.protocol === "https:" || (isLoopbackHttp(url) && isLoopbackHttp(new URL(issuer)));
}

const documentSchema = (issuer: string) => {
  const endpoint = z.string().refine((text) => isSafeEndpoint(text, issuer));
  return z.object({
    authorization_endpoint: endpoint,
    token_endpoint: endpoint,
    jwks_uri: endpoint,
    userinfo_endpoint: endpoint.nullish(),
    end_session_endpoint: endpoint.nullish(),
    authorization_response_iss_parameter_supported: z.boolean().nullish(),
  });
};

function parseMetadata(document: Readonly<Record<string, unknown>>, issuer: string): Result<OidcMetadata, OidcRefusal> {
  const expected = toIssuerTemplate(issuer);
  if (document.issuer !== expected) {
    const found = typeof document.issuer === "string" ? document.issuer : "none";
    return err({
      code: "oidc_issuer_mismatch",
      reason: `the document names the issuer ${found}, expected ${expected}`,
    });
  }
  const parsed = documentSchema(issuer).safeParse(document);
  if (!parsed.success) {
    const keys = parsed.error.issues.map(({ path }) => path.join("."));
    return err({ code: "oidc_discovery_invalid", reason: `missing or not https: ${keys.join(", ")}` });
  }
  const { data } = parsed;
  return ok({
    issuer: expected,
    authorizationEndpoint: data.authorization_endpoint,
    tokenEndpoint: data.token_endpoint,
    jwksUri: data.jwks_uri,
    userinfoEndpoint: data.userinfo_endpoint ?? null,
    endSessionEndpoint: data.end_session_endpoint ?? null,
    authorizationResponseIssParameterSupported: data.authorization_response_iss_parameter_supported ?? false,
  });
}

/**
 * Fetches `{issuer}/.well-known/openid-configuration` (OpenID Connect Discovery 1.0, 4). Refuses a document whose issuer
 * is not exactly the configured one (4.3), endpoints that are neither https nor, for a loopback issuer, loopback, and what
 * comes redirected, late or oversized.
 */
export async function fetchMetadata(issuer: string, fetch: Fetch): Promise<Result<OidcMetadata, OidcRefusal>> {
  const url = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const answer = await fetchBounded(fetch, url, { headers: { accept: "application/json" } });
  if (!answer.ok) return err({ code: "idp_unavailable", reason: "no answer to discovery" });
  if (answer.value.status !== 200) {
    return err({ code: "idp_unavailable", reason: `discovery answered ${answer.value.status}` });
  }
  const document = parseJsonObject(answer.value.text);
  if (document === null) return err({ code: "oidc_discovery_invalid", reason: "not a JSON object" });
  return parseMetadata(document, issuer);
}
