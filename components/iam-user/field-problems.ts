import type { useTranslations } from "next-intl";
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

export type Words = ReturnType<typeof useTranslations<"iamUser">>;

/** What a field says itself. The server has the same codes, with words of its own for whoever calls it without this page. */
const OWN = [
  "access_key_id_invalid",
  "access_key_temporary",
  "secret_access_key_invalid",
  "mfa_device_invalid",
  "mfa_device_without_codes",
  "mfa_device_partition",
  "mfa_code_invalid",
  "sts_invalid_client_token",
  "sts_signature_mismatch",
  "sts_mfa_failed",
] as const;

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
export function textOf(t: Words, code: string): string | null {
  const own = OWN.find((candidate) => candidate === code);
  return own === undefined ? null : t(`problems.${own}`);
}

/** What a role asks for besides; whether it fits a pattern is the portal's to say. */
export function findReasonProblem(
  t: Words,
  reason: string,
  asked: { label: string; required: boolean } | null,
): string | null {
  return asked?.required && reason === "" ? t("problems.reason_needed", { label: asked.label }) : null;
}

export function findAccessKeyIdProblem(t: Words, text: string): string | null {
  const parsed = parseAccessKeyId(text);
  return parsed.ok ? null : t(`problems.${parsed.error}`);
}

export function findSecretProblem(t: Words, text: string): string | null {
  const parsed = parseSecretAccessKey(text);
  return parsed.ok ? null : t(`problems.${parsed.error}`);
}

/** `rolePartition` is null without a role. */
export function findDeviceProblem(t: Words, text: string, rolePartition: Partition | null): string | null {
  const parsed = parseMfaDevice(text);
  if (!parsed.ok) return t(`problems.${parsed.error}`);
  const { partition } = parsed.value;
  const isElsewhere = partition !== null && rolePartition !== null && partition !== rolePartition;
  return isElsewhere ? t("problems.mfa_device_partition") : null;
}

export function findCodeProblem(t: Words, text: string): string | null {
  const parsed = parseMfaCode(text);
  return parsed.ok ? null : t(`problems.${parsed.error}`);
}
