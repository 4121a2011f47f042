import type { Credentials } from "#lib/aws/credentials";

const MASK = "••••••••••••••••";

/** The same credentials with the two secrets unreadable. Formats write the mask as they would write them. */
export function maskCredentials(credentials: Credentials): Credentials {
  return { ...credentials, secretAccessKey: MASK, sessionToken: MASK };
}

/** As much of a text as tells two apart when it is not to be read: nothing. */
export function maskText(): string {
  return MASK;
}
