import type { RefusalCode } from "#lib/broker/refusal";

/** What an edge can refuse before a use case is reached. */
export type EdgeCode =
  | "not_signed_in"
  | "foreign_origin"
  | "request_invalid"
  | "request_too_large"
  | "not_found"
  | "internal_error";

export type ErrorCode = RefusalCode | EdgeCode;

/**
 * One table at the edge: codes to HTTP status. A new code does not compile until it has its line here, and its words
 * (`errors.<code>.title`, `.message`, perhaps `.hint`) in the messages: lib/auth/error-words reads them.
 */
export const ERROR_STATUS: Readonly<Record<ErrorCode, number>> = {
  not_signed_in: 401,
  foreign_origin: 403,
  request_invalid: 400,
  request_too_large: 413,
  not_found: 404,
  internal_error: 500,
  role_not_granted: 403,
  duration_below_minimum: 409,
  template_value_missing: 422,
  template_value_ambiguous: 422,
  session_tag_invalid: 422,
  source_identity_invalid: 422,
  reason_required: 422,
  reason_characters: 422,
  reason_mismatch: 422,
  mfa_code_required: 422,
  mfa_code_invalid: 422,
  portal_principal_missing: 503,
  portal_principal_not_user: 503,
  federation_account_differs: 502,
  iam_user_needed: 409,
  not_an_administrator: 403,
  denial_unknown: 404,
  trust_policy_not_json: 422,
  trust_policy_too_large: 422,
  trust_policy_invalid: 422,
  scope_too_long: 422,
  scope_custom_invalid: 422,
  scope_custom_not_allowed: 422,
  scope_until_passed: 422,
  scope_until_after_session: 422,
  scope_region_not_in_partition: 422,
  scope_address_unknown: 422,
  scope_address_not_public: 422,
  reauthentication_required: 409,
  saml_role_not_in_assertion: 403,
  idp_unavailable: 503,
  continuation_unknown: 410,
  destination_not_allowed: 400,
  region_not_in_partition: 400,
  session_not_found: 404,
  device_code_unknown: 404,
  device_codes_locked: 429,
  authorize_client_unknown: 400,
  authorize_redirect_invalid: 400,
  leases_off: 404,
  leases_full: 409,
  lease_unsuited: 409,
  lease_not_found: 404,
  lease_unknown: 401,
  lease_network: 403,
  lease_too_often: 429,
  favourites_full: 409,
  own_names_full: 409,
  own_name_invalid: 422,
  console_federation_refused: 502,
  console_federation_unavailable: 503,
  sts_access_denied: 403,
  sts_invalid_identity_token: 502,
  sts_expired_token: 502,
  sts_idp_communication: 502,
  sts_rejected_claim: 403,
  sts_packed_policy_too_large: 422,
  sts_malformed_policy: 502,
  sts_validation: 502,
  sts_region_disabled: 502,
  iam_user_sessions_off: 403,
  access_key_id_invalid: 400,
  access_key_temporary: 400,
  secret_access_key_invalid: 400,
  mfa_device_invalid: 400,
  mfa_device_without_codes: 400,
  mfa_device_partition: 400,
  duration_out_of_range: 400,
  iam_user_session_denied: 403,
  iam_user_role_denied: 403,
  sts_invalid_client_token: 502,
  sts_signature_mismatch: 502,
  sts_mfa_failed: 403,
  sts_throttled: 503,
  sts_unavailable: 503,
  sts_unexpected: 502,
};

export const isErrorCode = (text: string | undefined): text is ErrorCode =>
  text !== undefined && Object.hasOwn(ERROR_STATUS, text);

export const ERROR_CODES: readonly ErrorCode[] = Object.keys(ERROR_STATUS).filter(isErrorCode);
