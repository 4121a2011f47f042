import { displayName, type Person } from "../people";
import type { OidcControls } from "./oidc-controls";

/** Claims that come with `openid` alone: many portals ask for no more. */
export const OPENID_CLAIMS = ["sub", "groups", "department"] as const;

/** What the stand-in says about a person in the ID token and at userinfo (OpenID Connect Core, 5.1). */
export function buildPersonClaims(person: Person, controls: OidcControls): { sub: string; [claim: string]: unknown } {
  return {
    sub: person.subject,
    name: displayName(person),
    given_name: person.givenName,
    family_name: person.familyName,
    preferred_username: person.email,
    email: person.email,
    email_verified: controls.emailVerified,
    department: person.department,
    ...GROUP_SHAPES[controls.groups](person.groups),
    ...controls.extraClaims,
  };
}

const GROUP_SHAPES: Record<OidcControls["groups"], (groups: readonly string[]) => Record<string, unknown>> = {
  list: (groups) => ({ groups }),
  string: (groups) => ({ groups: groups[groups.length - 1] ?? "" }),
  joined: (groups) => ({ groups: groups.join(",") }),
  absent: () => ({}),
  malformed: (groups) => ({ groups: { count: groups.length } }),
  // Entra with more than 200 groups: the claim is replaced by where to ask (Core, 5.6.2, distributed claims).
  overage: () => ({
    _claim_names: { groups: "src1" },
    _claim_sources: { src1: { endpoint: "https://graph.microsoft.com/v1.0/users/me/getMemberObjects" } },
  }),
};
