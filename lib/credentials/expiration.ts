/** ISO 8601 in UTC to the second: what `credential_process` and AWS_CREDENTIAL_EXPIRATION take. Throws on an invalid date. */
export function formatExpiration(expiresAt: Date): string {
  return expiresAt.toISOString().replace(/\.\d{3}Z$/, "Z");
}
