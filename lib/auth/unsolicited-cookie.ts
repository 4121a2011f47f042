/**
 * Carries an unsolicited (IdP-initiated) sign-in from the ACS to the sign-in that this browser then begins. It holds a
 * one-time code of one minute. Lax: it is set on a cross-site POST and read on the portal's own navigations.
 */
export function unsolicitedCookie(portalUrl: string) {
  return {
    name: "gatehouse-unsolicited",
    options: {
      httpOnly: true,
      sameSite: "lax" as const,
      path: "/api/saml",
      secure: portalUrl.startsWith("https://"),
      maxAge: 60,
    },
  };
}
