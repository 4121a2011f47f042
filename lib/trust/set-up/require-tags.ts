import type { PlannedTag, TagPlan } from "./plan";
import type { Conditions } from "./policy-document";

/** Whether a session is made with tags, so that sts:TagSession is needed. */
export const sendsTags = (plan: TagPlan): boolean =>
  plan.kind === "any" || (plan.kind === "listed" && plan.tags.length > 0);

/**
 * Each listed tag has to come where it is required, with its value where that is the same for everybody, and none beside
 * them. IAM User Guide, id_session-tags; reference_policies_condition-keys, aws:TagKeys.
 */
export function requireTags(plan: TagPlan): Conditions[] {
  if (plan.kind !== "listed" || plan.tags.length === 0) return [];
  return [
    ...plan.tags.flatMap(requireTag),
    { "ForAllValues:StringEquals": { "aws:TagKeys": plan.tags.map(({ key }) => key) } },
  ];
}

function requireTag({ key, value, required }: PlannedTag): Conditions[] {
  const name = `aws:RequestTag/${key}`;
  if (value !== null) return [{ [required ? "StringEquals" : "StringEqualsIfExists"]: { [name]: value } }];
  return required ? [{ Null: { [name]: "false" } }] : [];
}

/** Of the listed tags only the transitive ones may go along into a further role. */
export function limitTransitiveTags(plan: TagPlan): Conditions[] {
  if (plan.kind !== "listed" || plan.tags.length === 0) return [];
  if (plan.transitiveKeys.length === 0) return [{ Null: { "sts:TransitiveTagKeys": "true" } }];
  return [{ "ForAllValues:StringEquals": { "sts:TransitiveTagKeys": plan.transitiveKeys } }];
}
