import type { Phrase } from "./phrase";
import type { Scope } from "./scope";

export type ScopeProblemCode =
  | "scope_too_long"
  | "scope_custom_invalid"
  | "scope_custom_not_allowed"
  | "scope_until_passed"
  | "scope_until_after_session"
  | "scope_region_not_in_partition"
  | "scope_address_unknown"
  | "scope_address_not_public";

/** Why a scope cannot be applied. The message is for the person, at the field that it names; null for the whole. */
export type ScopeProblem = {
  readonly code: ScopeProblemCode;
  readonly field: keyof Scope | null;
  readonly message: Phrase;
};

const FIELDS: Readonly<Record<ScopeProblemCode, keyof Scope | null>> = {
  scope_too_long: null,
  scope_custom_invalid: "custom",
  scope_custom_not_allowed: "custom",
  scope_until_passed: "until",
  scope_until_after_session: "until",
  scope_region_not_in_partition: "region",
  scope_address_unknown: "myAddress",
  scope_address_not_public: "myAddress",
};

export const scopeProblem = (code: ScopeProblemCode, message: Phrase): ScopeProblem => ({
  code,
  field: FIELDS[code],
  message,
});
