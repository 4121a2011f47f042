import "server-only";
import { decodeJwt } from "jose";

/** `exp` of a token that was verified when it came; for when it may still be shown. The epoch when it has none. */
export function decodeIdTokenExpiry(idToken: string): Date {
  return new Date((decodeJwt(idToken).exp ?? 0) * 1000);
}
