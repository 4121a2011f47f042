import "server-only";

/** What a refusal by STS comes to. Wire codes: STS API Reference, common errors, and the modelled ones of each call. */
export type StsRefusalCode =
  | "sts_access_denied"
  | "sts_invalid_identity_token"
  | "sts_expired_token"
  | "sts_idp_communication"
  | "sts_rejected_claim"
  | "sts_packed_policy_too_large"
  | "sts_malformed_policy"
  | "sts_validation"
  | "sts_region_disabled"
  | "sts_invalid_client_token"
  | "sts_signature_mismatch"
  | "sts_mfa_failed"
  | "sts_throttled"
  | "sts_unavailable"
  | "sts_unexpected";

export type StsRefusal = {
  readonly code: StsRefusalCode;
  /** AWS's own code, as it stands on the wire; null when the answer was not STS's. */
  readonly awsCode: string | null;
  /** AWS's own words without the values that it quotes. Not for people: the messages have words for them. */
  readonly awsMessage: string | null;
  readonly requestId: string | null;
  readonly httpStatus: number | null;
  /** It was the hub role, on the way to the role itself, that could not be assumed. */
  readonly atHub?: true;
};

/** By AWS's code without the `Exception` that the SDK's models add. The reference and the wire differ on some. */
const CODES: Readonly<Record<string, StsRefusalCode>> = {
  AccessDenied: "sts_access_denied",
  InvalidIdentityToken: "sts_invalid_identity_token",
  ExpiredToken: "sts_expired_token",
  IDPCommunicationError: "sts_idp_communication",
  IDPRejectedClaim: "sts_rejected_claim",
  PackedPolicyTooLarge: "sts_packed_policy_too_large",
  MalformedPolicyDocument: "sts_malformed_policy",
  ValidationError: "sts_validation",
  MalformedInput: "sts_validation",
  RegionDisabled: "sts_region_disabled",
  InvalidClientTokenId: "sts_invalid_client_token",
  UnrecognizedClient: "sts_invalid_client_token",
  SignatureDoesNotMatch: "sts_signature_mismatch",
  IncompleteSignature: "sts_signature_mismatch",
  Throttling: "sts_throttled",
  ThrottlingException: "sts_throttled",
  RequestLimitExceeded: "sts_throttled",
  TooManyRequests: "sts_throttled",
  InternalFailure: "sts_unavailable",
  InternalError: "sts_unavailable",
  ServiceUnavailable: "sts_unavailable",
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

const textOf = (value: unknown, name: string): string | null => {
  const found = isRecord(value) ? value[name] : undefined;
  return typeof found === "string" && found !== "" ? found : null;
};

function statusOf(error: unknown): number | null {
  const metadata = isRecord(error) ? error.$metadata : undefined;
  const status = isRecord(metadata) ? metadata.httpStatusCode : undefined;
  return typeof status === "number" ? status : null;
}

// AWS has no code of its own for it: "MultiFactorAuthentication failed with invalid MFA one time pass code".
const MFA_FAILED = /^MultiFactorAuthentication failed/;

function classify(awsCode: string | null, awsMessage: string | null, status: number | null): StsRefusalCode {
  if (awsCode === "AccessDenied" && MFA_FAILED.test(awsMessage ?? "")) return "sts_mfa_failed";
  const known = awsCode === null ? undefined : (CODES[awsCode] ?? CODES[awsCode.replace(/Exception$/, "")]);
  if (known !== undefined) return known;
  // No answer, an answer that is no STS answer (a proxy's page), or AWS's own trouble.
  if (status === null || status >= 500 || status < 400) return "sts_unavailable";
  return status === 429 ? "sts_throttled" : "sts_unexpected";
}

// AWS's validation errors quote what was sent, which may be the token itself. No end of the quote: all of the rest goes.
const QUOTED_VALUE = /Value '[\s\S]*?(?:' at '|$)/g;

const withoutValues = (message: string) => message.replace(QUOTED_VALUE, "Value at '").slice(0, 500);

/**
 * Whatever the SDK threw, as a refusal. Its `$response` holds the raw answer and is dropped here. Only what stood in STS's
 * own error envelope counts as AWS's words: for any other answer the SDK makes up a name and a message.
 */
export function toStsRefusal(error: unknown): StsRefusal {
  const envelope = isRecord(error) ? error.Error : undefined;
  const httpStatus = statusOf(error);
  const awsCode = textOf(envelope, "Code");
  const awsMessage = awsCode === null ? null : textOf(envelope, "Message");
  return {
    code: classify(awsCode, awsMessage, httpStatus),
    awsCode,
    awsMessage: awsMessage === null ? null : withoutValues(awsMessage),
    requestId: textOf(isRecord(error) ? error.$metadata : undefined, "requestId"),
    httpStatus,
  };
}
