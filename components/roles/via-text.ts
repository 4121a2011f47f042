import type { RoleItem } from "./role-view";

/** How a role is reached, in the few words of a row. */
export const VIA_TEXTS: Readonly<Record<RoleItem["via"], string>> = {
  "portal-oidc": "through the portal (OIDC)",
  "portal-saml": "through the portal (SAML)",
  "idp-oidc": "through your sign-in (OIDC)",
  "idp-saml": "through your sign-in (SAML)",
  "assume-role": "through the portal's own role",
  "federation-token": "through the portal's IAM user",
  "session-token": "with your IAM user",
};
