import { createHash, timingSafeEqual } from "node:crypto";

/** RFC 7636, 4.1 and 4.2: a SHA-256 as base64url without padding. */
export const isChallenge = (text: string): boolean => /^[\w-]{43}$/.test(text);

/** Whether this verifier made that challenge, by S256. Refuses one that is shorter or longer than RFC 7636 4.1 allows. */
export function verifyCodeVerifier(verifier: string, challenge: string): boolean {
  if (!/^[\w.~-]{43,128}$/.test(verifier) || !isChallenge(challenge)) return false;
  const made = createHash("sha256").update(verifier).digest("base64url");
  return timingSafeEqual(Buffer.from(made), Buffer.from(challenge));
}
