import { toProfileName } from "#lib/aws/profile-name";

const MAX_LENGTH = 64;

/** Whether a text may be the name of an sso-session and of its services: safe in a section header and as a value. */
export const isSessionName = (text: string): boolean => /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(text);

/** `Example Corp` becomes `example-corp`. */
export function defaultSessionName(portalName: string): string {
  const name = toProfileName(portalName)
    .toLowerCase()
    .slice(0, MAX_LENGTH)
    .replace(/[-.]+$/, "");
  return isSessionName(name) ? name : "portal";
}
