import type { UserPlan } from "./plan";
import { mergeConditions, type NameOwn, type PolicyDocument } from "./policy-document";
import { requireTags, sendsTags } from "./require-tags";

/**
 * What the portal's IAM user needs for `federation-token`, beside the permissions that it hands on: a federated session has
 * what both the user and the session policy allow. No role is involved, so there is no trust policy.
 * IAM User Guide, id_credentials_temp_control-access_getfederationtoken.
 */
export function buildUserPolicy<Arn>({ tags }: UserPlan, own: NameOwn<Arn>): PolicyDocument<Arn> {
  const conditions = requireTags(tags);
  const statement = {
    Sid: "FederatePeople",
    Effect: "Allow",
    Action: ["sts:GetFederationToken", ...(sendsTags(tags) ? ["sts:TagSession"] : [])],
    Resource: own({ service: "sts", resource: "federated-user/*" }),
    ...(conditions.length === 0 ? {} : { Condition: mergeConditions(conditions) }),
  } as const;
  return { Version: "2012-10-17", Statement: [statement] };
}
