import { expiredToken, invalidIdentityToken, type Refusal } from "../refusal";
import type { Claims } from "./decode-token";

/** Five minutes of tolerance on iat, nbf and exp. */
const TOLERANCE_SECONDS = 300;

export function checkTimes(claims: Claims, now: Date): Refusal | null {
  const [iat, exp, nbf] = [toSeconds(claims.iat), toSeconds(claims.exp), toSeconds(claims.nbf ?? 0)];
  if (iat === null || exp === null || nbf === null) return invalidIdentityToken("Invalid timestamp in token claims.");
  const nowSeconds = Math.floor(now.getTime() / 1000);
  if (exp + TOLERANCE_SECONDS <= nowSeconds) {
    return expiredToken(
      `Token expired: current date/time ${nowSeconds} must be before the expiration date/time ${exp}`,
    );
  }
  if (iat - TOLERANCE_SECONDS > nowSeconds) return invalidIdentityToken(`Token issued in the future: ${iat}`);
  return nbf - TOLERANCE_SECONDS > nowSeconds ? invalidIdentityToken(`Token not yet valid: ${nbf}`) : null;
}

/** Whole seconds, as a number or its text. */
function toSeconds(claim: unknown): number | null {
  const seconds = typeof claim === "string" && /^\d+$/.test(claim) ? Number(claim) : claim;
  return typeof seconds === "number" && Number.isInteger(seconds) ? seconds : null;
}
