import type { Listed, Plain, Saying } from "./saying";

/** What is wrong with a document that is no trust policy. */
export type DocumentValues = Readonly<Record<`document.${PlainProblem}`, Plain>> & {
  "document.too_large": { readonly characters: number; readonly most: number };
  "document.not_json_at": { readonly line: number; readonly column: number };
  "document.too_deep": { readonly most: number };
  "document.missing": { readonly wanted: Saying };
  "document.wrong_kind": { readonly wanted: Saying };
  "document.missing_choice": { readonly choices: Listed };
  "document.wrong_choice": { readonly choices: Listed };
  "document.misspelt_operator": { readonly nearest: string };
  "document.misspelt_element": { readonly name: string; readonly nearest: string };
  "document.unknown_element": { readonly name: string };
};

type PlainProblem =
  | `wanted_${"object" | "text" | "list"}`
  | `hint_${HintedElement}`
  | "nothing_pasted"
  | "not_json"
  | "not_json_value"
  | "too_many"
  | "proto_key"
  | "key_twice"
  | "key_empty"
  | "empty"
  | "empty_list"
  | "unknown_operator"
  | "not_a_policy"
  | "not_a_scalar"
  | CheckedProblem;

/** What the checks of a document find that are not about its shape. */
export type CheckedProblem =
  | "anyone"
  | "wildcard"
  | "not_a_provider"
  | "not_sts"
  | "nobody"
  | "one_principal"
  | "one_action"
  | "sid_twice";

/** Elements that people write into a trust policy, and what to do instead. */
export type HintedElement = "resource" | "not_resource" | "role" | "assume_role_policy_document" | "canonical_user";

/** What a row of a request is called. */
export type RowLabels = Readonly<Record<`row.${RowCode}`, Plain>> & { "row.tag": { readonly key: string } };

export type RowCode =
  | "principal"
  | "action"
  | "session_name"
  | "source_identity"
  | "external_id"
  | "transitive_tags"
  | "duration"
  | "mfa"
  | "mfa_age"
  | "source_ip"
  | "time"
  | "caller_arn"
  | "caller_account";
