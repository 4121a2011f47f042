import { err, ok, type Result } from "#lib/result";
import {
  denyAfter,
  denyIdentityActions,
  denyOtherAddresses,
  denyOtherRegions,
  denyOtherServices,
  denyWrites,
} from "./deny-statements";
import { describeScope } from "./describe-scope";
import {
  describeAddressProblem,
  describeTooLong,
  findScopeProblem,
  type ScopedRole,
  type ScopeMoment,
} from "./find-scope-problem";
import { type MergedScope, mergeScopes } from "./merge-scopes";
import type { Phrase } from "./phrase";
import { ALLOW_ALL, addStatements, type DenyStatement, MAX_POLICY_CHARACTERS, readPolicy } from "./policy-document";
import { type AddressBlock, blockOfAddress } from "./public-address";
import type { ForcedScope, Scope } from "./scope";
import type { ScopeProblem } from "./scope-problem";
import { listScopeWarnings } from "./scope-warnings";

export type CompiledScope = {
  /** Minified JSON for the `Policy` of an STS call; null when there is none to send. */
  readonly policy: string | null;
  /** Of the 2,048 that STS takes. */
  readonly characters: number;
  /** What was applied, in plain words, for the audit and the screen. */
  readonly presets: readonly string[];
  /** What may surprise. Nothing is refused for it. */
  readonly warnings: readonly Phrase[];
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
  const problem = findScopeProblem(scope, role, at);
  if (problem !== null) return err(problem);
  if (address !== null && !address.ok) return err(describeAddressProblem(address.error));
  const block = address?.value ?? null;
  const policy = writePolicy(scope, role, block);
  if (policy !== null && policy.length > MAX_POLICY_CHARACTERS) return err(describeTooLong(policy.length, scope));
  const presets = describeScope(scope, block === null ? null : block.cidr.replace(/\/(32|128)$/, ""));
  return ok({ policy, characters: policy?.length ?? 0, presets, warnings: listScopeWarnings(scope, block) });
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
