import type { FieldErrors } from "../session-options/answer-fields";
import type { Refusal } from "./parse-reply";

const FIELDS: Readonly<Record<string, keyof FieldErrors | "scope">> = {
  reason_required: "reason",
  reason_characters: "reason",
  reason_mismatch: "reason",
  mfa_code_required: "mfaCode",
  mfa_code_invalid: "mfaCode",
  sts_mfa_failed: "mfaCode",
};

/** Whether a refusal is about something that the person can change and send again. */
export const isAboutField = ({ code }: Refusal): boolean => Object.hasOwn(FIELDS, code) || code.startsWith("scope_");

/** The refusal as words at its field; nothing for the others. `looksLike` says which form a reason has. */
export function toFieldErrors(refusal: Refusal | null, looksLike: (form: string) => string): FieldErrors {
  const field = refusal === null ? undefined : FIELDS[refusal.code];
  if (refusal === null || (field !== "reason" && field !== "mfaCode")) return {};
  const form = refusal.code === "reason_mismatch" && refusal.subject ? ` ${looksLike(refusal.subject)}` : "";
  return { [field]: `${refusal.title}. ${refusal.message}${form}` };
}
