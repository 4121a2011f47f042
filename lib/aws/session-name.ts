import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

// STS API Reference, AssumeRole: RoleSessionName. In JavaScript \w is ASCII only, which is what AWS means.
const FITS = /^[\w+=,.@-]{2,}$/;
const REFUSED_CHARACTERS = /[^\w+=,.@-]+/g;
const HASH_DIGITS = 20;
const LOOKS_HASHED = /-[0-9a-f]{20}$/;

/** STS API Reference: RoleSessionName of the AssumeRole calls, and Name of GetFederationToken. Characters. */
export const MAX_SESSION_NAME = 64;
export const MAX_FEDERATED_NAME = 32;

/**
 * A session name that AWS accepts, and another one for every other text, since CloudTrail knows people by it.
 *
 * A text that fits stays as it is. Every other text becomes what is readable of it, `-`, and 80 bits of the SHA-256 of the
 * whole original. A fitting text that ends like a hashed one is hashed as well: otherwise someone who may choose their own
 * user name could choose the session name of a colleague. So the two kinds never meet, and within the second only a
 * collision of the hash could bring two people together. Case counts, as it does in ARNs. Not idempotent, on purpose.
 */
export function toSessionName(text: string, maxLength: number = MAX_SESSION_NAME): string {
  if (text.length <= maxLength && FITS.test(text) && !LOOKS_HASHED.test(text)) return text;
  return `${slug(text, maxLength - 1 - HASH_DIGITS)}-${bytesToHex(sha256(codeUnits(text))).slice(0, HASH_DIGITS)}`;
}

function slug(text: string, maxLength: number): string {
  const plain = text
    .slice(0, 1024)
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(REFUSED_CHARACTERS, "-");
  return plain.slice(0, maxLength).replace(/^-+|-+$/g, "") || "user";
}

/** UTF-16, not UTF-8: there, all unpaired surrogates become the same three bytes. */
function codeUnits(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes[i * 2] = unit >> 8;
    bytes[i * 2 + 1] = unit & 0xff;
  }
  return bytes;
}
