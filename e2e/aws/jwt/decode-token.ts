import { decodeJwt, decodeProtectedHeader } from "jose";
import { invalidIdentityToken, type Refusal } from "../refusal";

export type Claims = Readonly<Record<string, unknown>>;
export type DecodedToken = { readonly alg: string; readonly kid: string | null; readonly claims: Claims };

/** What AWS accepts; neither HMAC nor none nor RSA-PSS nor EdDSA. */
const ALGORITHMS = ["RS256", "RS384", "RS512", "ES256", "ES384", "ES512"];
const NOT_A_JWT = "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)";

/** Reads header and claims; nothing is verified yet. */
export function decodeToken(text: string): DecodedToken | Refusal {
  try {
    const header = decodeProtectedHeader(text);
    if (header.alg === undefined || !ALGORITHMS.includes(header.alg) || "crit" in header) {
      return invalidIdentityToken(NOT_A_JWT);
    }
    return { alg: header.alg, kid: header.kid ?? null, claims: { ...decodeJwt(text) } };
  } catch {
    return invalidIdentityToken(NOT_A_JWT);
  }
}
