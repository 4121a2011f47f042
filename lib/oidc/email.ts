import { type Claims, findClaim, findText } from "./claim-value";

const isTrue = (value: unknown) => value === true || value === "true";
const isFalse = (value: unknown) => value === false || value === "false";

/** One @ with something on both sides, no blanks or control characters, at most 254 characters (RFC 5321, 4.5.3.1.3). */
const isAddress = (text: string) => text.length <= 254 && /^[^\s\p{Cc}@]+@[^\s\p{Cc}@]+$/u.test(text);

/**
 * The e-mail address that the identity provider vouches for; null otherwise. With `email_verified: false` anybody may have
 * typed it in, and session names, source identities and tags are made of it (OpenID Connect Core 1.0, 5.1 and 5.7). A provider
 * that says nothing about it (Entra, AD FS) is taken at its word, unless `proofClaim` names what has to be true: with
 * many tenants, each can write any address into its own tokens.
 */
export function readEmail(claims: Claims, name: string, proofClaim: string | null): string | null {
  const email = findText(claims, name);
  if (email === null || !isAddress(email)) return null;
  if (isFalse(findClaim(claims, "email_verified"))) return null;
  if (proofClaim !== null && !isTrue(findClaim(claims, proofClaim)) && findClaim(claims, proofClaim) !== 1) return null;
  return email;
}
