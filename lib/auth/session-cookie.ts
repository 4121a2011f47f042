/** `__Host-` pins the cookie to this host, TLS and the root path (RFC 6265bis 4.1.3.2); plain http is loopback only. */
export function sessionCookie(portalUrl: string) {
  const secure = portalUrl.startsWith("https://");
  return {
    name: secure ? "__Host-gatehouse-session" : "gatehouse-session",
    // Lax: the callback and links from elsewhere must find the session; what changes anything is POST and checks Origin.
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure },
  };
}
