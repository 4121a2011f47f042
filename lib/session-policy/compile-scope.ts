import { type Partition, partitionOfRegion, partitionRow } from "#lib/aws/partition";
import { err, ok, type Result } from "#lib/result";
import {
  denyAfter,
  denyIdentityActions,
  denyOtherAddresses,
  denyOtherRegions,
  denyOtherServices,
  denyWrites,
} from "./deny-statements";
import { describeScope, listWarnings } from "./describe-scope";
import { type MergedScope, mergeScopes } from "./merge-scopes";
import { ALLOW_ALL, addStatements, type DenyStatement, MAX_POLICY_CHARACTERS, readPolicy } from "./policy-document";
import { type AddressBlock, type AddressProblem, blockOfAddress } from "./public-address";
import type { ForcedScope, Scope } from "./scope";
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

export type CompiledScope = {
  /** Minified JSON for the `Policy` of an STS call; null when there is none to send. */
  readonly policy: string | null;
  /** Of the 2,048 that STS takes. */
  readonly characters: number;
  /** What was applied, in plain words, for the audit and the screen. */
  readonly presets: readonly string[];
  /** What may surprise, in plain words. Nothing is refused for it. */
  readonly warnings: readonly string[];
};

/**
 * Writes the one session policy of a session. Session policies narrow what the role may do, but several of them add up (IAM
 * User Guide, access_policies, "Session policies"): so there is one, whose Allow is what the configuration gives (or the
 * person's custom JSON, or everything), and every preset is a Deny behind it. More presets never allow more,
 * with one exception: next to "read only", a service chosen by name can be read even if it is not among the commonest.
 * Refuses what STS would refuse and what cannot mean what the person expects, with the field's message.
 */
export function compileScope(
  own: Scope,
  forced: ForcedScope,
  role: ScopedRole,
  at: ScopeMoment,
): Result<CompiledScope, ScopeProblem> {
  const scope = mergeScopes(own, forced);
  const address = scope.myAddress ? blockOfAddress(at.address, at.allowPrivate === true) : null;
  const problem = findProblem(scope, role, at);
  if (problem !== null) return err(problem);
  if (address !== null && !address.ok) return err(describeAddressProblem(address.error));
  const block = address?.value ?? null;
  const policy = writePolicy(scope, role, block);
  if (policy !== null && policy.length > MAX_POLICY_CHARACTERS) return err(describeTooLong(policy.length, scope));
  const [presets, warnings] = [describeScope(scope, block), listWarnings(scope, block)];
  return ok({ policy, characters: policy?.length ?? 0, presets, warnings });
}

function findProblem(scope: MergedScope, role: ScopedRole, at: ScopeMoment): ScopeProblem | null {
  const foreign = scope.regions.find((region) => partitionOfRegion(region) !== role.partition);
  if (foreign !== undefined) {
    const partition = partitionRow(role.partition).name;
    return scopeProblem(
      "scope_region_not_in_partition",
      `${foreign} is not a Region of ${partition}, where the role is.`,
    );
  }
  return findUntilProblem(scope.until, at) ?? findCustomProblem(scope.custom, role);
}

function findUntilProblem(until: string | null, at: ScopeMoment): ScopeProblem | null {
  if (until === null) return null;
  const time = Date.parse(until);
  if (Number.isNaN(time)) return scopeProblem("scope_until_passed", "This is not a time.");
  if (time <= at.now.getTime()) return scopeProblem("scope_until_passed", "This time is over. Choose a later one.");
  if (at.sessionEndsAt === undefined || time <= at.sessionEndsAt.getTime()) return null;
  return scopeProblem("scope_until_after_session", "The credentials expire before this time. Choose an earlier one.");
}

function findCustomProblem(custom: string | null, role: ScopedRole): ScopeProblem | null {
  if (custom === null) return null;
  if (role.policy !== null || role.policyArns.length > 0) {
    const message = "This role has session policies of its own, and a further one would widen them. Use the presets.";
    return scopeProblem("scope_custom_not_allowed", message);
  }
  const first = validatePolicy(custom, role.partition).problems.find(({ severity }) => severity === "error");
  if (first === undefined) return null;
  return scopeProblem("scope_custom_invalid", `Line ${first.line}: ${first.message}`);
}

const ADDRESS_PROBLEMS: Readonly<Record<AddressProblem, readonly [ScopeProblemCode, string]>> = {
  address_unknown: ["scope_address_unknown", "The portal does not know your address, so it cannot hold AWS to it."],
  address_not_public: [
    "scope_address_not_public",
    "The portal sees you under an address inside your own network. AWS sees another one and would refuse everything.",
  ],
};

const describeAddressProblem = (problem: AddressProblem): ScopeProblem => scopeProblem(...ADDRESS_PROBLEMS[problem]);

function describeTooLong(characters: number, scope: MergedScope): ScopeProblem {
  const size = `The session policy would have ${characters.toLocaleString("en")} characters; AWS takes 2,048.`;
  const remedy =
    scope.custom === null ? "Choose fewer presets or services." : "Shorten the custom policy or choose fewer presets.";
  return scopeProblem("scope_too_long", `${size} ${remedy}`);
}

function writePolicy(scope: MergedScope, role: ScopedRole, block: AddressBlock | null): string | null {
  const denies = listDenies(scope, block);
  const base = role.policy ?? scope.custom;
  if (denies.length === 0 && base === null) return null;
  if (base !== null) return JSON.stringify(addStatements(readPolicy(base), denies));
  const Statement = role.policyArns.length > 0 ? denies : [ALLOW_ALL, ...denies];
  return JSON.stringify({ Version: "2012-10-17", Statement });
}

function listDenies(scope: MergedScope, block: AddressBlock | null): readonly DenyStatement[] {
  return [
    ...(scope.readOnly ? [denyWrites(scope.services)] : []),
    ...(scope.services !== null && !scope.readOnly ? [denyOtherServices(scope.services)] : []),
    ...scope.regions.map(denyOtherRegions),
    ...(scope.noIam ? [denyIdentityActions()] : []),
    ...(scope.until === null ? [] : [denyAfter(new Date(scope.until))]),
    ...(block === null ? [] : [denyOtherAddresses(block.cidr)]),
  ];
}
