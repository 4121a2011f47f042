import { err, ok, type Result } from "#lib/result";

/** A long-term key of an IAM user, as somebody typed it for one call. Never stored, never logged. */
export type AccessKey = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
};

// IAM API Reference, AccessKey: AccessKeyId is 16 to 128 of \w. IAM User Guide, "Unique identifiers": AKIA begins a
// long-term key, ASIA one of STS.
const LONG_TERM = /^AKIA[A-Z0-9]{12,124}$/;
const TEMPORARY = /^ASIA/i;

// The secret has no documented form. What AWS gives out is 40 characters of base64; a pasted line of a file has a space.
const SECRET = /^[\x21-\x7e]{16,128}$/;

/**
 * An access key id of an IAM user, without the white space that a copied one brings. Refuses those of temporary
 * credentials by name, since GetSessionToken takes long-term keys only, and whatever has no such form.
 */
export function parseAccessKeyId(text: string): Result<string, "access_key_id_invalid" | "access_key_temporary"> {
  const trimmed = text.trim();
  if (TEMPORARY.test(trimmed)) return err("access_key_temporary");
  return LONG_TERM.test(trimmed) ? ok(trimmed) : err("access_key_id_invalid");
}

/** A secret access key, without white space around it. Refuses what cannot be one: an empty text, several words, a page. */
export function parseSecretAccessKey(text: string): Result<string, "secret_access_key_invalid"> {
  const trimmed = text.trim();
  return SECRET.test(trimmed) ? ok(trimmed) : err("secret_access_key_invalid");
}
