import { type Partition, partitionOfRegion, partitionRow } from "#lib/aws/partition";
import type { MergedScope } from "./merge-scopes";
import { type Phrase, phrase } from "./phrase";
import type { AddressProblem } from "./public-address";
import { type ScopeProblem, type ScopeProblemCode, scopeProblem } from "./scope-problem";
import { validatePolicy } from "./validate-policy";

/** What the configuration gives with every session of the role. */
export type ScopedRole = {
  readonly partition: Partition;
  /** JSON text of an inline session policy. */
  readonly policy: string | null;
  readonly policyArns: readonly string[];
};

export type ScopeMoment = {
  readonly now: Date;
  /** Of whoever asks, as the portal sees it. */
  readonly address: string | null;
  /** When the credentials expire, once that is known. */
  readonly sessionEndsAt?: Date;
  /** Takes addresses that AWS never sees: for an AWS on the same machine. */
  readonly allowPrivate?: boolean;
};

/** The first part that cannot be applied; the address apart. */
export function findScopeProblem(scope: MergedScope, role: ScopedRole, at: ScopeMoment): ScopeProblem | null {
  const foreign = scope.regions.find((region) => partitionOfRegion(region) !== role.partition);
  if (foreign !== undefined) {
    const partition = partitionRow(role.partition).name;
    return scopeProblem("scope_region_not_in_partition", phrase("foreignRegion", { region: foreign, partition }));
  }
  return findUntilProblem(scope.until, at) ?? findCustomProblem(scope.custom, role);
}

function findUntilProblem(until: string | null, at: ScopeMoment): ScopeProblem | null {
  if (until === null) return null;
  const time = Date.parse(until);
  if (Number.isNaN(time)) return scopeProblem("scope_until_passed", phrase("notTime"));
  if (time <= at.now.getTime()) return scopeProblem("scope_until_passed", phrase("timeOver"));
  if (at.sessionEndsAt === undefined || time <= at.sessionEndsAt.getTime()) return null;
  return scopeProblem("scope_until_after_session", phrase("afterSession"));
}

function findCustomProblem(custom: string | null, role: ScopedRole): ScopeProblem | null {
  if (custom === null) return null;
  if (role.policy !== null || role.policyArns.length > 0) {
    return scopeProblem("scope_custom_not_allowed", phrase("ownPolicies"));
  }
  const first = validatePolicy(custom, role.partition).problems.find(({ severity }) => severity === "error");
  if (first === undefined) return null;
  return scopeProblem("scope_custom_invalid", { ...phrase("line", { line: first.line }), of: first.message });
}

const ADDRESS_PROBLEMS: Readonly<Record<AddressProblem, readonly [ScopeProblemCode, Phrase]>> = {
  address_unknown: ["scope_address_unknown", phrase("addressUnknown")],
  address_not_public: ["scope_address_not_public", phrase("addressPrivate")],
};

export const describeAddressProblem = (problem: AddressProblem): ScopeProblem =>
  scopeProblem(...ADDRESS_PROBLEMS[problem]);

export function describeTooLong(characters: number, scope: MergedScope): ScopeProblem {
  const key = scope.custom === null ? "policyTooLong" : "policyTooLongCustom";
  return scopeProblem("scope_too_long", phrase(key, { count: characters }));
}
