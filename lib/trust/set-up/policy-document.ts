import { buildIamArn } from "#lib/aws/arn";
import type { Partition } from "#lib/aws/partition";

export type Conditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** A statement in IAM's own grammar. `Arn` is what names of the account's own resources are made of. */
export type PolicyStatement<Arn> = {
  readonly Sid: string;
  readonly Effect: "Allow";
  readonly Principal?: { readonly Federated: Arn | string } | { readonly AWS: Arn | string };
  readonly Action: readonly string[];
  readonly Resource?: Arn | string;
  readonly Condition?: Conditions;
};

export type PolicyDocument<Arn = string> = {
  readonly Version: "2012-10-17";
  readonly Statement: readonly PolicyStatement<Arn>[];
};

/** Something of the account itself. Each tool has its own way to say "this account". */
export type OwnResource = { readonly service: "iam" | "sts"; readonly resource: string };
export type NameOwn<Arn> = (own: OwnResource) => Arn;

/** Names the account's own resources in full. */
export function nameIn(place: { readonly partition: Partition; readonly accountId: string }): NameOwn<string> {
  return ({ service, resource }) => buildIamArn(place, resource).replace(":iam:", `:${service}:`);
}

/** Text that is to be taken as it is where IAM replaces variables. IAM User Guide, reference_policies_variables. */
export const escapeVariables = (text: string): string => text.replaceAll("${", "${$}{");

/** One block an operator. No two conditions of a plan are about the same key with the same operator. */
export function mergeConditions(all: readonly Conditions[]): Conditions {
  const merged: Record<string, Conditions[string]> = {};
  for (const conditions of all) {
    for (const [operator, keys] of Object.entries(conditions)) merged[operator] = { ...merged[operator], ...keys };
  }
  return merged;
}
