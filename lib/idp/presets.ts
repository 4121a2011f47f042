/** What a vendor's OIDC provider does differently. A vendor with odd claims is added here, as one entry. */
export type OidcPreset = {
  readonly scopes: readonly string[];
  /** What is asked for in addition where ID tokens have to be renewed later (`idp-oidc`). */
  readonly renewal: { readonly scopes: readonly string[]; readonly params: Readonly<Record<string, string>> };
  readonly claims: { readonly email: string; readonly name: string; readonly groups: string };
  /** Whether the userinfo endpoint is read too, unless the configuration says. */
  readonly userinfo: boolean;
  /**
   * The claim that has to be true before an e-mail address counts when several tenants may sign in. Entra lets a tenant
   * write any address into `email`; `xms_edov` says that the tenant owns its domain (Microsoft, "Optional claims").
   */
  readonly foreignEmailProof: string | null;
};

const STANDARD: OidcPreset = {
  scopes: ["openid", "profile", "email"],
  // OpenID Connect Core 1.0, section 11.
  renewal: { scopes: ["offline_access"], params: {} },
  claims: { email: "email", name: "name", groups: "groups" },
  userinfo: false,
  foreignEmailProof: null,
};

/** By the names that `identityProviders[].preset` takes; a name without its entry here does not compile where it is used. */
export const OIDC_PRESETS = {
  generic: STANDARD,
  // `groups` holds object ids; app roles arrive in `roles`. Over 200 groups a link comes instead (overage).
  entra: { ...STANDARD, foreignEmailProof: "xms_edov" },
  // The org authorization server knows the scope `groups`; a custom one does not unless it was added: set `scopes` then.
  okta: { ...STANDARD, scopes: ["openid", "profile", "email", "groups"] },
  // No groups in any token of Google's: rules have to use claims such as `hd`. Offline access is a parameter, not a scope.
  google: { ...STANDARD, renewal: { scopes: [], params: { access_type: "offline", prompt: "consent" } } },
  // Refresh tokens come without `offline_access`, which would start an offline session that outlives a sign-out.
  keycloak: { ...STANDARD, renewal: { scopes: [], params: {} } },
  // `allatclaims` lets issuance rules put claims into the ID token (AD FS, "Customize claims to be emitted in id_token").
  adfs: {
    ...STANDARD,
    scopes: ["openid", "profile", "email", "allatclaims"],
    renewal: { scopes: [], params: {} },
    claims: { email: "email", name: "unique_name", groups: "group" },
  },
} as const satisfies Record<string, OidcPreset>;

/** Names under which a SAML IdP sends what the portal shows and decides on. The first that is there counts. */
export type SamlAttributeNames = {
  readonly email: readonly string[];
  readonly name: readonly string[];
  readonly groups: readonly string[];
};

const XMLSOAP = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims";
const ENTRA_GROUPS = "http://schemas.microsoft.com/ws/2008/06/identity/claims/groups";
const ENTRA_DISPLAY_NAME = "http://schemas.microsoft.com/identity/claims/displayname";
const ADFS_GROUP = "http://schemas.xmlsoap.org/claims/Group";
// RFC 4524 mail, RFC 2985 emailAddress, RFC 2798 displayName, RFC 4519 cn, and the eduMember schema's isMemberOf.
const OID_MAIL = "urn:oid:0.9.2342.19200300.100.1.3";
const OID_EMAIL_ADDRESS = "urn:oid:1.2.840.113549.1.9.1";
const OID_DISPLAY_NAME = "urn:oid:2.16.840.1.113730.3.1.241";
const OID_CN = "urn:oid:2.5.4.3";
const OID_MEMBER_OF = "urn:oid:1.3.6.1.4.1.5923.1.5.1.1";

/** By the names that `identityProviders[].preset` takes for SAML. `generic` tries what most IdPs send. */
export const SAML_PRESET_ATTRIBUTES = {
  generic: {
    email: ["mail", "email", "emailAddress", "Email", OID_MAIL, OID_EMAIL_ADDRESS, `${XMLSOAP}/emailaddress`],
    name: ["displayName", "name", "cn", OID_DISPLAY_NAME, OID_CN, ENTRA_DISPLAY_NAME, `${XMLSOAP}/name`],
    groups: ["groups", "group", "memberOf", "member", "isMemberOf", OID_MEMBER_OF, ENTRA_GROUPS, ADFS_GROUP],
  },
  // `…/name` is the user principal name there, hence the display name first.
  entra: {
    email: [`${XMLSOAP}/emailaddress`],
    name: [ENTRA_DISPLAY_NAME, `${XMLSOAP}/name`],
    groups: [ENTRA_GROUPS],
  },
  okta: { email: ["email", "mail"], name: ["displayName", "name"], groups: ["groups"] },
  google: { email: ["email", "mail"], name: ["name", "displayName"], groups: ["groups"] },
  keycloak: {
    email: ["email", OID_EMAIL_ADDRESS],
    name: ["name", "displayName"],
    groups: ["member", "groups"],
  },
  adfs: {
    email: [`${XMLSOAP}/emailaddress`],
    name: [`${XMLSOAP}/name`, "http://schemas.xmlsoap.org/claims/CommonName"],
    groups: [ADFS_GROUP],
  },
} as const satisfies Record<string, SamlAttributeNames>;

/**
 * The scopes to ask for: the configured ones exactly as they are, else the preset's, with those for renewal where
 * roles need ID tokens later.
 */
export function resolveScopes(
  provider: { readonly scopes?: readonly string[] | undefined },
  preset: OidcPreset,
  renews: boolean,
): string[] {
  if (provider.scopes !== undefined) return [...new Set(["openid", ...provider.scopes])];
  return [...preset.scopes, ...(renews ? preset.renewal.scopes : [])];
}
