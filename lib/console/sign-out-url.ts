import "server-only";

/**
 * Signs a browser out of the console, then goes on to the sign-in URL. Both are on the same sign-in host of AWS, which is
 * the one that the secret in the sign-in URL is for (the form that aws-sso-util uses; AWS documents only the sign-out itself).
 */
export function buildSignOutUrl(signInUrl: string): string {
  const url = new URL("/oauth", signInUrl);
  url.searchParams.set("Action", "logout");
  url.searchParams.set("redirect_uri", signInUrl);
  return url.href;
}
