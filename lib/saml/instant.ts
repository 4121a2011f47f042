const INSTANT = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(\.\d{1,9})?Z$/;

/**
 * An xs:dateTime as SAML wants it: UTC, with `Z` (SAML core 1.3.3). Milliseconds since 1970; null for any other form,
 * for days that do not exist and for leap seconds. `Date.parse` alone takes `12/31/2099`.
 */
export function parseInstant(text: string | null): number | null {
  const [, seconds = "", fraction = ""] = INSTANT.exec(text ?? "") ?? [];
  const ms = Date.parse(`${seconds}Z`);
  if (Number.isNaN(ms) || !new Date(ms).toISOString().startsWith(seconds)) return null;
  return ms + Math.floor(Number(`0${fraction}`) * 1000);
}

/** The form that SAML messages carry: UTC without fractions, which every IdP reads. */
export const formatInstant = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`;
