import type { GroupsProblem, Identity } from "#lib/identity";
import type { CompiledAccess } from "./compile-rules";
import type { TemplateTree } from "./group-template";

/** Why somebody holds no role. Tells nothing of the rules but how many there are. */
export type NoRolesExplanation = {
  readonly reason:
    | GroupsProblem // the groups did not arrive, or not whole
    | "no_rules" // nobody holds anything yet
    | "groups_empty" // the identity provider says: in no group
    | "no_rule_matches"; // groups arrived, and no rule is about them, or none of its roles is there
  /** As they arrived, which is what an administrator has to write into a rule. */
  readonly groups: readonly string[];
  readonly rulesAboutGroups: number;
  readonly rulesAboutClaims: number;
};

/** For a person without roles: what arrived, and what it was held against. */
export function explainNoRoles(access: CompiledAccess, identity: Identity): NoRolesExplanation {
  const rulesAboutGroups = countRulesAboutGroups(access);
  return {
    reason: findReason(access, identity),
    groups: identity.groups,
    rulesAboutGroups,
    rulesAboutClaims: countDistinct([...access.rulesByClaim.values()].flatMap((byValue) => [...byValue.values()])),
  };
}

function findReason(access: CompiledAccess, identity: Identity): NoRolesExplanation["reason"] {
  if (access.ruleNames.length === 0) return "no_rules";
  if (identity.groupsProblem !== null) return identity.groupsProblem;
  return identity.groups.length === 0 ? "groups_empty" : "no_rule_matches";
}

function countRulesAboutGroups(access: CompiledAccess): number {
  return countDistinct([...access.rulesByGroup.values(), ...rulesOfTree(access.templates)]);
}

function rulesOfTree(tree: TemplateTree): (readonly number[])[] {
  const branches = [...tree.literals.values(), tree.account, tree.role];
  return [tree.rules, ...branches.flatMap((branch) => (branch === null ? [] : rulesOfTree(branch)))];
}

function countDistinct(lists: readonly (readonly number[])[]): number {
  const seen = new Set<number>();
  for (const list of lists) for (const rule of list) seen.add(rule);
  return seen.size;
}
