import { invalidIdentityToken, type Refusal } from "../refusal";
import type { Claims } from "./decode-token";

/** `azp`, where there is one, takes the place of `aud`; without it there must be exactly one audience. */
export function resolveAudience(claims: Claims): { audience: string; oaud: readonly string[] } | Refusal {
  const aud = (Array.isArray(claims.aud) ? claims.aud : [claims.aud]).map(String);
  const [first] = aud;
  if (first === undefined || first === "") return invalidIdentityToken("Claim is not allowed to be empty: aud");
  if (typeof claims.azp === "string") return { audience: claims.azp, oaud: aud };
  return aud.length === 1
    ? { audience: first, oaud: [] }
    : invalidIdentityToken("Token audience contains more than one audience while authorized party is not present");
}
