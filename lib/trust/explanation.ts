import type { Principals } from "./policy";
import type { Saying } from "./saying";

/** A JSON object of a policy document, as it is written. */
export type PolicyDocument = Readonly<Record<string, unknown>>;

/** A condition and what the request had for it. */
export type ComparedCondition = {
  /** As written, with set prefix and `IfExists`. */
  readonly operator: string;
  readonly key: string;
  readonly expected: readonly string[];
  /** `null`: the request had no such key. */
  readonly seen: readonly string[] | null;
};

/** What failed, as data. */
export type Problem =
  | {
      readonly code: "principal_differs";
      /** NotPrincipal: everyone but these is meant. */
      readonly except: boolean;
      readonly expected: Principals;
      readonly seen: readonly string[];
    }
  | {
      readonly code: "action_not_listed";
      /** NotAction: everything but these is meant. */
      readonly except: boolean;
      readonly expected: readonly string[];
    }
  | ({ readonly code: "condition_failed" } & ComparedCondition)
  /** The Deny's conditions all held. */
  | { readonly code: "explicit_deny"; readonly conditions: readonly ComparedCondition[] }
  | { readonly code: "nothing_allows" }
  | { readonly code: "duration_exceeded"; readonly requestedSeconds: number; readonly maximumSeconds: number };

/** A mistake that is known: what the difference most likely means. */
export type InsightCode =
  | "key_not_recorded"
  | "wrong_audience"
  | "case_differs"
  | "set_operator_missing"
  | "wildcard_needs_like"
  | "date_expired"
  | "date_not_reached"
  | "external_id_missing"
  | "external_id_differs"
  | "mfa_missing"
  | "issuer_prefix_differs"
  | "variable_needs_version"
  | "provider_name_differs"
  | "provider_account_differs"
  | "provider_partition_differs"
  | "principal_kind_differs"
  | "tag_session_missing"
  | "source_identity_missing";

export type Insight = { readonly code: InsightCode; readonly sentence: Saying };

/** One thing that stands between the request and the role. */
export type Finding = {
  /** Position in the document, from 0, and its Sid; `null` when it is about no single statement (the duration). */
  readonly statement: { readonly index: number; readonly sid: string | null } | null;
  /** The actions that it keeps from being allowed; empty for the duration. */
  readonly actions: readonly string[];
  /** The statement is the one that comes closest to allowing the request. */
  readonly closest: boolean;
  readonly problem: Problem;
  readonly insight: Insight | null;
  /** The problem in one sentence. */
  readonly sentence: Saying;
};

/** The smallest change that lets exactly this request through. */
export type Fix = {
  /** What changes, one sentence each. */
  readonly summary: readonly Saying[];
  /** The change gives up a protection (MFA, an explicit Deny, an ExternalId): the caller is better changed than the policy. */
  readonly weaker: boolean;
  /** Whether `policy` differs from the document that was explained: a duration is no matter of the policy. */
  readonly changesPolicy: boolean;
  /** The whole document, changed. */
  readonly policy: PolicyDocument;
  /** The whole document as JSON text. */
  readonly json: string;
  /** An `aws_iam_role` resource with the changed document. */
  readonly terraform: string;
  /** An `AWS::IAM::Role` resource with the changed document, YAML. */
  readonly cloudFormation: string;
};

export type Explanation = {
  readonly allowed: boolean;
  /** The whole matter in one sentence. */
  readonly headline: Saying;
  /** What decides stands first: explicit Deny, then the closest statement, then the others. */
  readonly findings: readonly Finding[];
  /** `null` when nothing needs to change. */
  readonly fix: Fix | null;
};

export type SessionLimits = {
  readonly durationSeconds: number;
  /** The role's MaxSessionDuration; `null` when it is not known. */
  readonly maxSessionDurationSeconds: number | null;
  /** For the commands and snippets of a fix. */
  readonly roleName?: string;
};
