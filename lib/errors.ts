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

/** The words for one code. Never an error's own message: what it quotes is not ours to show. */
export type ErrorWords = {
  readonly status: number;
  readonly title: string;
  readonly message: string;
  readonly hint?: string;
};

const ASK_ADMIN = "Give your administrator the request id below.";

/** One table at the edge: codes to status and words. A new code does not compile until it has its line here. */
export const ERRORS: Record<ErrorCode, ErrorWords> = {
  not_signed_in: {
    status: 401,
    title: "You are signed out",
    message: "Your sign-in ended or expired.",
    hint: "Sign in again; you come back to where you were.",
  },
  foreign_origin: {
    status: 403,
    title: "Request refused",
    message: "This request did not come from the portal's own pages.",
    hint: "Open the portal and try from there.",
  },
  request_invalid: {
    status: 400,
    title: "Request not understood",
    message: "A field is missing or has a value that cannot be used.",
  },
  request_too_large: {
    status: 413,
    title: "Request too large",
    message: "The request is larger than the portal accepts.",
  },
  not_found: { status: 404, title: "Not found", message: "There is nothing at this address." },
  internal_error: {
    status: 500,
    title: "Something went wrong here",
    message: "The portal could not finish this. Nothing was issued.",
    hint: ASK_ADMIN,
  },
  role_not_granted: {
    status: 403,
    title: "You do not hold this role",
    message: "None of the groups that arrived with your sign-in gives you this role.",
    hint: "If your groups changed, sign out and in again: groups are read at sign-in.",
  },
  duration_below_minimum: {
    status: 409,
    title: "Too little time left",
    message: "AWS issues nothing shorter than 15 minutes, and your sign-in ends before that.",
    hint: "Sign in again, then ask once more.",
  },
  template_value_missing: {
    status: 422,
    title: "Your sign-in lacks something that this role needs",
    message: "The role's session name, source identity or tags use a claim that your identity provider did not send.",
    hint: ASK_ADMIN,
  },
  template_value_ambiguous: {
    status: 422,
    title: "Your sign-in is ambiguous for this role",
    message: "The role uses a claim as one value, and your identity provider sent several.",
    hint: ASK_ADMIN,
  },
  session_tag_invalid: {
    status: 422,
    title: "A session tag does not fit",
    message: "A tag of this role has a value that AWS does not take.",
    hint: ASK_ADMIN,
  },
  source_identity_invalid: {
    status: 422,
    title: "The source identity does not fit",
    message: "AWS takes 2 to 64 letters, digits and = , . @ - _ for it.",
    hint: ASK_ADMIN,
  },
  reason_required: {
    status: 422,
    title: "This role asks for a reason",
    message: "Say why you need it, for example a ticket. It becomes a session tag and is part of the audit.",
  },
  reason_characters: {
    status: 422,
    title: "The reason has characters that AWS does not take",
    message: "AWS takes at most 256 letters, digits, spaces and _ . : / = + - @ in a session tag.",
  },
  reason_mismatch: {
    status: 422,
    title: "The reason has another form than this role asks for",
    message: "Your administrator set the form that it has to have.",
  },
  mfa_code_required: {
    status: 422,
    title: "This role needs an MFA code",
    message: "Type the six digits that the MFA device shows now.",
  },
  mfa_code_invalid: {
    status: 422,
    title: "An MFA code has six digits",
    message: "Type the six digits that the MFA device shows now. Nothing was sent to AWS.",
  },
  portal_principal_missing: {
    status: 503,
    title: "The portal has no AWS identity of its own",
    message: "This role is assumed with the portal's own AWS credentials, and none were found.",
    hint: "An administrator should give the portal's process credentials: environment, profile, container or instance role.",
  },
  portal_principal_not_user: {
    status: 503,
    title: "The portal's AWS identity cannot do this",
    message:
      "GetFederationToken needs the long-term key of an IAM user, and the portal runs with temporary credentials.",
    hint: "An administrator should give the portal an IAM user's key, or reach this account by another path.",
  },
  federation_account_differs: {
    status: 502,
    title: "AWS answered for another account",
    message: "The portal's IAM user lives in another account than this role is configured for. Nothing was shown.",
    hint: "An administrator should move the role to the account of the portal's IAM user.",
  },
  iam_user_needed: {
    status: 409,
    title: "This role needs your IAM user",
    message: "It is assumed with your own IAM user's key and MFA code, on the page for IAM users.",
  },
  not_an_administrator: {
    status: 403,
    title: "For administrators",
    message: "None of the groups that arrived with your sign-in makes you an administrator of the portal.",
    hint: "Administrators are named in the configuration under portal.admins.",
  },
  denial_unknown: {
    status: 404,
    title: "No such refusal",
    message: "AWS refused no request of this id, or the portal's record of it is gone.",
  },
  trust_policy_not_json: {
    status: 422,
    title: "This is not JSON",
    message: "Paste the role's trust policy as the IAM console shows it, or as aws iam get-role answers it.",
  },
  trust_policy_too_large: {
    status: 422,
    title: "This is larger than a trust policy can be",
    message: "IAM takes at most 4,096 characters without white space.",
  },
  trust_policy_invalid: {
    status: 422,
    title: "IAM would not take this as a trust policy",
    message: "What is wrong, and where, stands below.",
  },
  scope_too_long: {
    status: 422,
    title: "The session policy is too long",
    message: "AWS takes 2,048 characters. Choose fewer services, or shorten your own policy.",
  },
  scope_custom_invalid: {
    status: 422,
    title: "Your policy cannot be used",
    message: "It is not a session policy that AWS would take.",
  },
  scope_custom_not_allowed: {
    status: 422,
    title: "This role takes no policy of your own",
    message: "It has session policies of its own, and a further one would widen them. Use the presets.",
  },
  scope_until_passed: { status: 422, title: "That time is over", message: "Choose a later end." },
  scope_until_after_session: {
    status: 422,
    title: "The session ends before that",
    message: "The credentials expire before the time that you chose. Choose an earlier one.",
  },
  scope_region_not_in_partition: {
    status: 422,
    title: "Region refused",
    message: "This Region does not belong to the role's partition.",
  },
  scope_address_unknown: {
    status: 422,
    title: "Your address is not known",
    message: "The portal does not see which address you come from, so that it cannot bind the session to it.",
  },
  scope_address_not_public: {
    status: 422,
    title: "AWS sees another address of yours",
    message: "You reach the portal from a private address, which AWS never sees. Do without this preset.",
  },
  reauthentication_required: {
    status: 409,
    title: "Your identity provider is needed once more",
    message: "This role uses a fresh proof from your identity provider. You come straight back.",
  },
  saml_role_not_in_assertion: {
    status: 403,
    title: "Your identity provider does not name this role",
    message: "The portal's rules give it to you, but the assertion of your identity provider does not list it for AWS.",
    hint: "An administrator has to add the role to the AWS Role attribute at the identity provider.",
  },
  idp_unavailable: {
    status: 503,
    title: "The identity provider does not answer",
    message: "The portal could not reach it. Nothing was issued.",
    hint: "Try again in a minute.",
  },
  continuation_unknown: {
    status: 410,
    title: "This request has expired",
    message: "It waited too long, was finished already, or belongs to somebody else.",
    hint: "Start again from your roles.",
  },
  destination_not_allowed: {
    status: 400,
    title: "Destination refused",
    message: "The address is not a page of the AWS console in this role's partition.",
  },
  region_not_in_partition: {
    status: 400,
    title: "Region refused",
    message: "This Region does not belong to the role's partition.",
  },
  session_not_found: { status: 404, title: "No such session", message: "It has ended already, or it is not yours." },
  favourites_full: {
    status: 409,
    title: "Enough favourites",
    message: "The portal keeps 200 favourites. Remove one first.",
  },
  own_names_full: {
    status: 409,
    title: "Enough names",
    message: "The portal keeps 500 names of your own. Remove one first.",
  },
  own_name_invalid: {
    status: 422,
    title: "That name cannot be kept",
    message: "A name has 1 to 60 characters, and none that hide or turn text.",
  },
  console_federation_refused: {
    status: 502,
    title: "AWS did not open the console",
    message: "The sign-in endpoint of the AWS console refused these credentials.",
    hint: ASK_ADMIN,
  },
  console_federation_unavailable: {
    status: 503,
    title: "The AWS console's sign-in does not answer",
    message: "Credentials were issued, but the console's sign-in endpoint could not be reached.",
    hint: "Try again in a minute.",
  },
  sts_access_denied: {
    status: 403,
    title: "AWS refused this role",
    message: "The role's trust policy in AWS does not let the portal's request through, or the role does not exist.",
    hint: "An administrator should compare the trust policy with what was sent.",
  },
  sts_invalid_identity_token: {
    status: 502,
    title: "AWS did not accept the proof",
    message: "AWS could not verify the token or assertion for this role.",
    hint: "An administrator should check the IAM identity provider in that account: its URL or metadata, and its audience.",
  },
  sts_expired_token: {
    status: 502,
    title: "AWS says that the proof is too old",
    message: "The token or assertion was over when AWS looked at it.",
    hint: "Try again. If it stays, a clock is wrong: the portal's or the identity provider's.",
  },
  sts_idp_communication: {
    status: 502,
    title: "AWS could not reach the issuer",
    message: "AWS fetches the issuer's keys over the internet, and that failed.",
    hint: "An administrator should check that the issuer's documents are public.",
  },
  sts_rejected_claim: {
    status: 403,
    title: "AWS rejected a claim",
    message: "The identity provider's answer was rejected by AWS.",
    hint: ASK_ADMIN,
  },
  sts_packed_policy_too_large: {
    status: 422,
    title: "Too many or too long tags and policies",
    message: "The session tags and policies of this role exceed what AWS packs into one session.",
    hint: "An administrator should shorten the role's tags or session policies.",
  },
  sts_malformed_policy: {
    status: 502,
    title: "AWS did not understand a session policy",
    message: "A session policy of this role is not valid.",
    hint: ASK_ADMIN,
  },
  sts_validation: {
    status: 502,
    title: "AWS did not accept the request",
    message: "A value of the request is outside what AWS allows, for example a duration beyond the role's maximum.",
    hint: "An administrator should compare the role's maximum session duration in IAM with the portal's configuration.",
  },
  sts_region_disabled: {
    status: 502,
    title: "AWS STS is off in this Region",
    message: "The account has not activated STS in the Region that was asked.",
    hint: "An administrator should activate it in IAM, or set another Region for the account.",
  },
  iam_user_sessions_off: {
    status: 403,
    title: "Not offered here",
    message: "This portal does not offer sessions for IAM users.",
    hint: "Your roles are on the first page.",
  },
  access_key_id_invalid: {
    status: 400,
    title: "That is no access key id",
    message: "It has 20 capital letters and digits and begins with AKIA.",
  },
  access_key_temporary: {
    status: 400,
    title: "That key is temporary already",
    message: "Long-term keys only: they begin with AKIA. One that begins with ASIA comes from a session.",
  },
  secret_access_key_invalid: {
    status: 400,
    title: "That is no secret access key",
    message: "It has 40 characters without spaces.",
  },
  mfa_device_invalid: {
    status: 400,
    title: "That is no MFA device",
    message: "The ARN of the device (arn:aws:iam::123456789012:mfa/name), or the serial number on a hardware device.",
  },
  mfa_device_without_codes: {
    status: 400,
    title: "That device shows no codes",
    message: "A passkey or security key cannot be used here: AWS takes six-digit codes only.",
    hint: "Add an authenticator app to your IAM user beside it.",
  },
  mfa_device_partition: {
    status: 400,
    title: "The device is in another part of AWS",
    message: "The MFA device, the partition and the role have to be in the same AWS partition.",
  },
  duration_out_of_range: {
    status: 400,
    title: "That duration is not possible",
    message:
      "AWS gives a session of an IAM user 15 minutes to 36 hours, and one of a role at most what the role allows.",
  },
  iam_user_session_denied: {
    status: 403,
    title: "AWS refused a session",
    message: "A policy of your organisation in AWS denies sts:GetSessionToken.",
    hint: ASK_ADMIN,
  },
  iam_user_role_denied: {
    status: 403,
    title: "AWS refused this role for your IAM user",
    message: "The role's trust policy does not let your user in, or your user has no permission to assume it.",
    hint: "An administrator should compare both with what was sent: sts:AssumeRole with your MFA device.",
  },
  sts_invalid_client_token: {
    status: 502,
    title: "AWS does not know this access key",
    message:
      "The access key is unknown, inactive or of another partition, or the Region is not enabled for the account.",
    hint: ASK_ADMIN,
  },
  sts_signature_mismatch: {
    status: 502,
    title: "AWS did not accept the signature",
    message: "The secret access key does not belong to the access key id, or a clock is wrong.",
    hint: ASK_ADMIN,
  },
  sts_mfa_failed: {
    status: 403,
    title: "AWS did not accept the MFA code",
    message: "The code is wrong, was used already, or is of another device.",
    hint: "Codes change every 30 seconds and each is good once: wait for the next one and try again.",
  },
  sts_throttled: {
    status: 503,
    title: "AWS is throttling requests",
    message: "AWS answered that it gets too many requests. The portal tried several times.",
    hint: "Try again in a minute.",
  },
  sts_unavailable: {
    status: 503,
    title: "AWS STS does not answer",
    message: "The portal tried several times and got no usable answer. Nothing was issued.",
    hint: "Try again in a minute.",
  },
  sts_unexpected: {
    status: 502,
    title: "AWS answered something unexpected",
    message: "The answer is not one that the portal knows.",
    hint: ASK_ADMIN,
  },
};
