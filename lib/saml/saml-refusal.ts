/** Why a message was refused: one code for each check. For audit and log only; people see one sentence for all. */
export type SamlRefusalCode =
  | "saml_message_malformed" // base64, UTF-8, XML, size
  | "saml_response_malformed" // the shape of the Response
  | "saml_assertion_malformed" // the shape of the Assertion
  | "saml_version_wrong"
  | "saml_ids_not_unique"
  | "saml_status_refused"
  | "saml_signature_missing"
  | "saml_signature_malformed"
  | "saml_algorithm_refused"
  | "saml_signature_invalid"
  | "saml_encryption_missing"
  | "saml_encryption_malformed"
  | "saml_encryption_algorithm_refused"
  | "saml_decryption_failed"
  | "saml_issuer_wrong"
  | "saml_destination_wrong"
  | "saml_in_response_to_wrong"
  | "saml_unsolicited_refused"
  | "saml_issue_instant_refused"
  | "saml_subject_malformed"
  | "saml_confirmation_refused"
  | "saml_conditions_unknown"
  | "saml_conditions_not_met"
  | "saml_audience_wrong"
  | "saml_authn_statement_refused"
  | "saml_session_expired"
  | "saml_attributes_malformed"
  | "saml_logout_malformed" // the shape of a LogoutRequest or LogoutResponse
  | "saml_logout_expired";

export type SamlRefusal = { readonly code: SamlRefusalCode; readonly detail?: string };
