import "server-only";
import { err, ok, type Result } from "#lib/result";
import { type Fetch, fetchBounded, parseJsonObject } from "./bounded-fetch";
import type { Claims } from "./claim-value";
import type { OidcMetadata } from "./discovery";
import type { OidcRefusal } from "./refusal";

/**
 * Asks the userinfo endpoint (OpenID Connect Core 1.0, 5.3). The answer counts only after `toIdentity` compared its subject.
 * Refuses anything but a JSON object; signed or encrypted answers are not asked for.
 */
export async function fetchUserinfo(options: {
  accessToken: string;
  metadata: OidcMetadata;
  fetch: Fetch;
}): Promise<Result<Claims, OidcRefusal>> {
  const { accessToken, metadata, fetch } = options;
  if (metadata.userinfoEndpoint === null) {
    return err({ code: "oidc_userinfo_invalid", reason: "the identity provider has no userinfo endpoint" });
  }
  const headers = { authorization: `Bearer ${accessToken}`, accept: "application/json" };
  const answer = await fetchBounded(fetch, metadata.userinfoEndpoint, { headers });
  if (!answer.ok) return err({ code: "idp_unavailable", reason: "no answer from the userinfo endpoint" });
  const { status, text } = answer.value;
  if (status !== 200) return err({ code: "oidc_userinfo_invalid", reason: `answered ${status}` });
  const claims = parseJsonObject(text);
  return claims === null ? err({ code: "oidc_userinfo_invalid", reason: "not a JSON object" }) : ok(claims);
}
