import { parseAccessKeyId, parseSecretAccessKey } from "#lib/aws/access-key";
import { parseMfaCode, parseMfaDevice } from "#lib/aws/mfa";
import type { Partition } from "#lib/aws/partition";

/** The fields that something can be wrong with, from the top of the page. */
export const FIELDS = [
  "role",
  "reason",
  "scope",
  "duration",
  "device",
  "accessKeyId",
  "secretAccessKey",
  "code",
] as const;
export type FieldName = (typeof FIELDS)[number];

export type FieldProblems = Readonly<Partial<Record<FieldName, string>>>;

/** What a field says. The server has the same codes, with words of its own for whoever calls it without this page. */
const TEXTS = {
  access_key_id_invalid: "An access key ID has 20 capital letters and digits and begins with AKIA.",
  access_key_temporary:
    "That is the key of a session. Long-term keys only: they begin with AKIA, those of a session with ASIA.",
  secret_access_key_invalid: "A secret access key has 40 characters and no spaces.",
  mfa_device_invalid: "Needs the ARN of the device, such as arn:aws:iam::123456789012:mfa/name, or its serial number.",
  mfa_device_without_codes: "A passkey or security key shows no codes, and AWS needs one here.",
  mfa_device_partition: "The device is in another AWS partition than the role.",
  mfa_code_invalid: "The code has six digits.",
  sts_invalid_client_token:
    "AWS does not know this access key: there is no such key, it is switched off, or it belongs to another partition.",
  sts_signature_mismatch:
    "The secret does not fit the access key ID. If both are right, the portal's clock may be wrong.",
  sts_mfa_failed:
    "AWS did not accept the code. Codes change every 30 seconds, and each is good once: wait for the next one. If that fails too, check that the device is the one of this IAM user.",
} as const;

/** Where a refusal of the portal or of AWS belongs; what is not here is about the whole request. */
const FIELD_OF: Readonly<Record<string, FieldName>> = {
  access_key_id_invalid: "accessKeyId",
  access_key_temporary: "accessKeyId",
  sts_invalid_client_token: "accessKeyId",
  secret_access_key_invalid: "secretAccessKey",
  sts_signature_mismatch: "secretAccessKey",
  mfa_device_invalid: "device",
  mfa_device_without_codes: "device",
  mfa_device_partition: "device",
  mfa_code_invalid: "code",
  sts_mfa_failed: "code",
  duration_out_of_range: "duration",
  role_not_granted: "role",
  iam_user_role_denied: "role",
  reason_required: "reason",
  reason_characters: "reason",
  reason_mismatch: "reason",
};

export const fieldOf = (code: string): FieldName | null => FIELD_OF[code] ?? null;

/** The words for a refusal at its field, where they are better than those for callers of the API. */
export const textOf = (code: string): string | null => {
  const texts: Readonly<Record<string, string>> = TEXTS;
  return texts[code] ?? null;
};

/** What a role asks for besides; whether it fits a pattern is the portal's to say. */
export function findReasonProblem(reason: string, asked: { label: string; required: boolean } | null): string | null {
  return asked?.required && reason === "" ? `${asked.label} is needed for this role.` : null;
}

export function findAccessKeyIdProblem(text: string): string | null {
  const parsed = parseAccessKeyId(text);
  return parsed.ok ? null : TEXTS[parsed.error];
}

export function findSecretProblem(text: string): string | null {
  const parsed = parseSecretAccessKey(text);
  return parsed.ok ? null : TEXTS[parsed.error];
}

/** `rolePartition` is null without a role. */
export function findDeviceProblem(text: string, rolePartition: Partition | null): string | null {
  const parsed = parseMfaDevice(text);
  if (!parsed.ok) return TEXTS[parsed.error];
  const { partition } = parsed.value;
  const isElsewhere = partition !== null && rolePartition !== null && partition !== rolePartition;
  return isElsewhere ? TEXTS.mfa_device_partition : null;
}

export function findCodeProblem(text: string): string | null {
  const parsed = parseMfaCode(text);
  return parsed.ok ? null : TEXTS[parsed.error];
}
