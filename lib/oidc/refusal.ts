/** Why an OIDC sign-in, renewal or answer was refused. For the audit; people are told less. */
export type OidcRefusalCode =
  | "idp_unavailable" // no answer, too late, too large, or not what an identity provider answers
  | "oidc_discovery_invalid"
  | "oidc_issuer_mismatch"
  | "oidc_tenant_not_allowed"
  | "oidc_token_malformed"
  | "oidc_token_type_refused"
  | "oidc_algorithm_refused"
  | "oidc_key_unknown"
  | "oidc_key_unusable"
  | "oidc_signature_invalid"
  | "oidc_audience_mismatch"
  | "oidc_authorized_party_mismatch"
  | "oidc_token_expired"
  | "oidc_token_not_yet_valid"
  | "oidc_token_from_future"
  | "oidc_nonce_mismatch"
  | "oidc_userinfo_subject_mismatch"
  | "oidc_userinfo_invalid"
  | "oidc_refresh_refused"
  | "oidc_refresh_without_id_token"
  | "oidc_refresh_subject_mismatch"
  | "oidc_client_refused";

export type OidcRefusal = {
  readonly code: OidcRefusalCode;
  /** For the operator's log: which key or value. Never a token. */
  readonly reason?: string;
};
