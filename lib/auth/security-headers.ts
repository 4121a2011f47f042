/** What every answer carries; the policy for scripts has a nonce and is set in proxy.ts. */
export const SECURITY_HEADERS = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  // Not no-referrer: that would make browsers send `Origin: null` with our own forms, which we refuse.
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
  "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
} as const;

/** Kept nowhere; and not compressed on the way, since the size of what is would tell about the secret in it (BREACH). */
export const NO_STORE = { "cache-control": "no-store, no-transform" } as const;
