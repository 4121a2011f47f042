import type { MfaDeviceProblem } from "#lib/aws/mfa";
import type { Phrase } from "#lib/session-policy/phrase";
import type { ScopeProblemCode } from "#lib/session-policy/scope-problem";
import type { StsRefusal } from "#lib/sts/errors";
import type { DocumentProblem } from "#lib/trust/scan-document";
import type { DenialSummary } from "#lib/trust/short-form";

/** What is wrong with a request for a session of one's own IAM user; nothing of it was sent to AWS. */
export type IamUserFieldCode =
  | "access_key_id_invalid"
  | "access_key_temporary"
  | "secret_access_key_invalid"
  | MfaDeviceProblem
  | "mfa_device_partition"
  | "mfa_code_invalid"
  | "duration_out_of_range";

/** What a lease is refused for, when it is made and when it is used. */
export type LeaseRefusalCode =
  | "leases_off"
  | "leases_full"
  | "lease_unsuited"
  | "lease_not_found"
  | "lease_unknown"
  | "lease_network"
  | "lease_too_often";

type IamUserRefusalCode =
  | IamUserFieldCode
  | "iam_user_sessions_off"
  | "iam_user_session_denied"
  | "iam_user_role_denied";

/** Why a use case said no. The words for each are in the messages, under `errors`. */
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
  | "denial_unknown"
  | "trust_policy_not_json"
  | "trust_policy_too_large"
  | "trust_policy_invalid"
  | ScopeProblemCode
  | "reauthentication_required"
  | "saml_role_not_in_assertion"
  | "idp_unavailable"
  | "continuation_unknown"
  | "destination_not_allowed"
  | "region_not_in_partition"
  | "session_not_found"
  | "device_code_unknown"
  | "device_codes_locked"
  | "authorize_client_unknown"
  | "authorize_redirect_invalid"
  | "favourites_full"
  | "own_names_full"
  | "own_name_invalid"
  | "console_federation_refused"
  | "console_federation_unavailable"
  | IamUserRefusalCode
  | LeaseRefusalCode
  | StsRefusal["code"];

export type Refusal = {
  readonly code: RefusalCode;
  /** What AWS said, where AWS said it. */
  readonly sts?: StsRefusal;
  /** For `reauthentication_required`: the identity provider that has to be passed once more. */
  readonly renewAt?: string;
  /** For `reauthentication_required`: where the browser goes, to come back to exactly this request. */
  readonly continueUrl?: string;
  /** For `trust_policy_…`: everything that is wrong with the document, and where in it. */
  readonly problems?: readonly DocumentProblem[];
  /** Where AWS refused: why, in short, as far as it is known; where an administrator reads the whole; whether this is one. */
  readonly explanation?: DenialSummary | null;
  readonly adminUrl?: string;
  readonly administrator?: boolean;
  /** What is said of a scope; the edge has the words. */
  readonly phrase?: Phrase;
  /** Which tag, placeholder or name it is about. */
  readonly subject?: string;
};
