import type { InsightCode } from "./explanation";
import type { Listed, Plain, Saying } from "./saying";

type Keyed = { readonly key: string };
type Wish = { readonly subject: Saying; readonly expected: Listed };
type At = { readonly statement: Saying };

/** What stands between a request and a role, the likely mistake behind it, and the short form of both. */
export type FindingValues = ProblemValues & InsightValues & ShortValues;

type ProblemValues = {
  "about.policy": Plain;
  "about.statement": { readonly number: number };
  "about.named": { readonly number: number; readonly sid: string };
  "problem.principal_differs": At & { readonly expected: Listed; readonly seen: Listed };
  "problem.principal_excepted": At & { readonly expected: Listed; readonly seen: Listed };
  "problem.action_not_listed": At & { readonly actions: Listed; readonly expected: Listed };
  "problem.action_left_out": At & { readonly actions: Listed; readonly expected: Listed };
  "problem.condition_failed": At & { readonly wish: Saying; readonly seen: Saying };
  "problem.explicit_deny": At & { readonly actions: Listed; readonly further: readonly Saying[] };
  "problem.denied_by": { readonly wish: Saying; readonly seen: Saying };
  "problem.nothing_allows": At;
  "problem.duration_exceeded": { readonly requested: number; readonly maximum: number };
  "seen.nothing": Plain;
  "seen.values": { readonly names: Listed };
  "subject.one": Keyed;
  "subject.every": Keyed;
  "subject.any": Keyed;
  "headline.allowed": Plain;
  "headline.closest": At & { readonly count: number; readonly first: Saying };
} & Readonly<Record<`wish.${WishCode}`, Wish>> &
  Readonly<Record<"wish.absent" | "wish.present", Keyed>>;

/** What a comparison asks of the value. */
export type WishCode =
  | "equals"
  | "not_equals"
  | "equals_any_case"
  | "not_equals_any_case"
  | "matches"
  | "not_matches"
  | "less"
  | "at_most"
  | "more"
  | "at_least"
  | "before"
  | "no_later"
  | "after"
  | "no_earlier"
  | "within"
  | "not_within";

type InsightValues = Omit<Readonly<Record<`insight.${InsightCode}`, Plain>>, `insight.${SpokenInsight}`> & {
  "insight.wrong_recipient": Plain;
  "insight.provider_case_differs": Plain;
  "insight.issuer_prefix_differs": Keyed;
  "insight.set_operator_missing": { readonly operator: string };
  "insight.wildcard_needs_like": { readonly operator: string; readonly like: string };
  "insight.case_differs": { readonly operator: string };
  "insight.principal_kind_differs": { readonly kinds: Listed; readonly kind: string };
  "insight.provider_name_differs": { readonly name: string };
  "insight.provider_partition_differs": { readonly policy: string; readonly request: string };
  "insight.provider_account_differs": { readonly policy: string; readonly request: string };
};

/** Those that name something. */
type SpokenInsight =
  | "issuer_prefix_differs"
  | "set_operator_missing"
  | "wildcard_needs_like"
  | "case_differs"
  | "principal_kind_differs"
  | "provider_name_differs"
  | "provider_partition_differs"
  | "provider_account_differs";

/** The short form, which holds nothing of the policy. */
type ShortValues = Readonly<Record<`short.${ShortCode}`, Plain>> & {
  "short.action_not_listed": { readonly action: string };
};

export type ShortCode =
  | Exclude<InsightCode, UntoldInsight>
  | "deny_without_mfa"
  | "explicit_deny"
  | "principal_differs"
  | "condition_failed"
  | "nothing_allows"
  | "duration_exceeded"
  | "elsewhere";

/** Where the problem itself says as much as may be said. */
export type UntoldInsight =
  | "key_not_recorded"
  | "variable_needs_version"
  | "provider_name_differs"
  | "provider_account_differs"
  | "provider_partition_differs"
  | "principal_kind_differs";
