/** Set at each sign-in, so that the chooser shows that identity provider first. Holds its id and nothing else. */
export const LAST_IDP_COOKIE = "gatehouse-last-idp";

const YEAR_SECONDS = 365 * 86_400;

/** The Set-Cookie header. An id is made of a-z, 0-9 and dashes, so it needs no escaping. */
export const rememberIdp = (idp: string): string =>
  `${LAST_IDP_COOKIE}=${idp}; Path=/; Max-Age=${YEAR_SECONDS}; HttpOnly; SameSite=Lax`;
