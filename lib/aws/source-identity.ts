import { err, ok, type Result } from "#lib/result";

/**
 * Accepts what STS accepts as SourceIdentity: 2 to 64 of `[\w+=,.@-]` (STS API Reference, AssumeRole). It is never made to
 * fit: policies compare it, so a value that is not exactly the person's must not stand there. The reserved `aws:` in
 * front cannot occur, for want of a colon.
 */
export function parseSourceIdentity(text: string): Result<string, "source_identity_invalid"> {
  return /^[\w+=,.@-]{2,64}$/.test(text) ? ok(text) : err("source_identity_invalid");
}
