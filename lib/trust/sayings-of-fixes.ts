import type { Listed, Plain, Saying } from "./saying";

type Keyed = { readonly key: string };
type Listing = { readonly names: Listed };
type Followed = { readonly further: readonly Saying[] };
type Rewrite = { readonly operator: string; readonly before: string; readonly key: string };
type OnKey = { readonly operator: string; readonly key: string };
type At = { readonly statement: Saying };

/** What a fix changes, and what would be better than that. */
export type FixValues = {
  "fix.at_statement": At & { readonly change: Saying };
  "fix.add_action": { readonly action: string };
  "fix.add_principal": { readonly principal: string; readonly kind: string } & Followed;
  "fix.replace_principal": { readonly principal: string; readonly before: string };
  "fix.add_narrow_copy": At & { readonly principal: string; readonly actions: Listed };
  "fix.in_copy": { readonly change: Saying };
  "fix.add_exact": { readonly principal: string; readonly actions: Listed };
  "fix.add_tied": { readonly principal: string; readonly actions: Listed; readonly tied: Listed };
  "fix.old_names": Listing;
  "fix.remove_condition": OnKey & Followed;
  "fix.rename_key": { readonly key: string; readonly before: string };
  "fix.if_exists": Rewrite & Followed;
  "fix.set_operator": Rewrite;
  "fix.like": Rewrite;
  "fix.spell": Keyed & { readonly spelled: Listed };
  "fix.spelling": { readonly value: string; readonly before: string };
  "fix.move_bound": OnKey & Followed & { readonly values: Listed; readonly before: Listed; readonly seen: string };
  "fix.drop_exclusion": OnKey & Listing;
  "fix.add_values": OnKey & Listing & Followed;
  "fix.remove_statement": At;
  "fix.extend_exceptions": At & Keyed & { readonly value: string };
  "fix.extend_not_principal": At & Listing;
  "fix.exempt": At & Keyed & { readonly value: string };
  "fix.set_version": Plain;
  "fix.ask_for_less": { readonly seconds: number };
  "fix.raise_duration": { readonly role: string; readonly seconds: number; readonly maximum: number };
  "advice.mfa": Plain;
  "advice.external_id": Plain;
  "advice.caller": Plain;
  "advice.choose_date": Plain;
};
