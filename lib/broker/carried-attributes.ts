import "server-only";
import type { Grant } from "#lib/access/resolve-grants";

type Attributes = Pick<Grant, "sessionName" | "sourceIdentity" | "tags" | "transitiveTags">;

const NOT_CARRIED = { sourceIdentity: null, tags: {}, transitiveTags: [] } as const;

/** What of a role's configured attributes never reaches AWS on each path. */
const REPLACED: Record<Grant["via"], Partial<Attributes>> = {
  "portal-oidc": {},
  "portal-saml": {},
  "idp-oidc": NOT_CARRIED,
  "idp-saml": { ...NOT_CARRIED, sessionName: null },
  "assume-role": {},
  // STS API Reference, GetFederationToken: it has tags, and neither source identity nor transitive tags.
  "federation-token": { sourceIdentity: null, transitiveTags: [] },
  "session-token": {},
};

/** Whether the portal itself says which tags a session of this role has. */
export const carriesTags = (grant: Grant): boolean => REPLACED[grant.via].tags === undefined;

/**
 * The templates whose values the portal itself sends. The IdP's own token or assertion speaks for itself on tags and source
 * identity, and an assertion on the session name: the audit must not say that AWS got what is only configured.
 */
export const carriedAttributes = (grant: Grant): Attributes => ({ ...grant, ...REPLACED[grant.via] });
