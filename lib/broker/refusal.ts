import type { StsRefusal } from "#lib/sts/errors";

/** Why a use case said no. The words for each are in lib/errors. */
export type RefusalCode =
  | "role_not_granted"
  | "duration_below_minimum"
  | "template_value_missing"
  | "template_value_ambiguous"
  | "session_tag_invalid"
  | "source_identity_invalid"
  | "reason_required"
  | "reason_characters"
  | "reason_mismatch"
  | "mfa_code_required"
  | "mfa_code_invalid"
  | "portal_principal_missing"
  | "portal_principal_not_user"
  | "federation_account_differs"
  | "iam_user_needed"
  | "not_an_administrator"
  | "scope_invalid"
  | "reauthentication_required"
  | "saml_role_not_in_assertion"
  | "idp_unavailable"
  | "continuation_unknown"
  | "destination_not_allowed"
  | "region_not_in_partition"
  | "session_not_found"
  | "console_federation_refused"
  | "console_federation_unavailable"
  | StsRefusal["code"];

export type Refusal = {
  readonly code: RefusalCode;
  /** What AWS said, where AWS said it. */
  readonly sts?: StsRefusal;
  /** For `reauthentication_required`: the identity provider that has to be passed once more. */
  readonly renewAt?: string;
  /** For `reauthentication_required`: where the browser goes, to come back to exactly this request. */
  readonly continueUrl?: string;
  /** Which tag, placeholder or name it is about. */
  readonly subject?: string;
};
