import "server-only";
import { createHash } from "node:crypto";

/** STS models the subject of a token as 6 to 255 characters (STS API Reference, SubjectFromWebIdentityToken). */
const MIN_LENGTH = 6;
const MAX_LENGTH = 255;
const DIGEST_LENGTH = 43;

/** Of the portal itself, when it reads trust policies: no person has it, whatever their IdP and their name there. */
export const TRUST_READER_SUBJECT = "gatehouse:trust-reader";

/**
 * The `sub` and NameID of a person for AWS: `corp:8c1f4b70`. Injective over (idp, subject): an IdP's id holds no colon,
 * and whatever does not fit or could be misread is replaced by its SHA-256 behind a tilde, which no plain one contains.
 */
export function buildSubject(idp: string, subject: string): string {
  const plain = `${idp}:${subject}`;
  const fits = plain.length >= MIN_LENGTH && plain.length <= MAX_LENGTH;
  if (fits && plain !== TRUST_READER_SUBJECT && /^[\w+=,.@:/|-]+$/.test(plain)) return plain;
  const digest = createHash("sha256").update(subject).digest("base64url");
  return `${idp}:~${digest}`.slice(0, idp.length + 2 + DIGEST_LENGTH);
}
