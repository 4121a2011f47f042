import "server-only";

/**
 * The URL that signs a browser in to the console: `Action=login`. A bearer secret for 15 minutes, so it goes into one
 * redirect and nowhere else. `issuer` is where the console sends people when the session is over.
 */
export function buildSignInUrl(parts: {
  readonly endpoint: string;
  readonly issuer: string;
  readonly destination: string;
  readonly signinToken: string;
}): string {
  const url = new URL(parts.endpoint);
  url.searchParams.set("Action", "login");
  url.searchParams.set("Issuer", parts.issuer);
  url.searchParams.set("Destination", parts.destination);
  url.searchParams.set("SigninToken", parts.signinToken);
  return url.href;
}
