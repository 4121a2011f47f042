import type { Identity } from "#lib/identity";
import { addToList } from "./add-to-list";
import type { BoundPattern, CompiledAccess, FurtherConditions } from "./compile-rules";
import { type Binding, matchTemplates, type TemplateTree } from "./group-template";
import type { RoleIndex } from "./role-index";
import { selectRoles } from "./select-roles";

/** Which rules hold for somebody. */
export type MatchedRules = {
  /** 1 at each rule that holds. */
  readonly holds: Uint8Array;
  /** Lists of the roles that a rule's template found, by rule; of more rules that find the same, the first `MAX_NAMED_RULES`. */
  readonly boundRoles: ReadonlyMap<number, readonly (readonly number[])[]>;
};

/** How many rules a grant names. Enough to say why; a thousand of them in one audit row would say less. */
export const MAX_NAMED_RULES = 10;

type Person = Pick<Identity, "idp" | "claims"> & { readonly groups: ReadonlySet<string> };

/**
 * Every condition of a rule must hold. Groups that arrived with a problem are no groups, so that rules about groups give
 * nothing then: half a list could be the wrong half. Rules about claims look only at claims that did arrive.
 */
export function matchRules(access: CompiledAccess, identity: Identity): MatchedRules {
  const groups = new Set(identity.groupsProblem === null ? identity.groups : []);
  const person = { idp: identity.idp, claims: identity.claims, groups };
  const holds = new Uint8Array(access.ruleNames.length);
  const mark = (rules: readonly number[] | undefined) => {
    for (const at of rules ?? []) {
      if (holds[at] === 0 && (access.hasFurther[at] === 0 || isMet(access.furtherConditions[at], person)))
        holds[at] = 1;
    }
  };
  for (const group of groups) mark(access.rulesByGroup.get(group));
  for (const [name, values] of Object.entries(person.claims)) {
    const byValue = access.rulesByClaim.get(name);
    if (byValue !== undefined) for (const value of values) mark(byValue.get(value));
  }
  return { holds, boundRoles: matchGroupTemplates(access, person, holds, mark) };
}

type Mark = (rules: readonly number[]) => void;

function matchGroupTemplates(access: CompiledAccess, person: Person, holds: Uint8Array, mark: Mark) {
  const { index, boundPatterns, templates } = access;
  const boundRoles = new Map<number, (readonly number[])[]>();
  const rulesOfLeaf = new Map<TemplateTree, ReturnType<typeof namedRules>>();
  const onMatch = (leaf: TemplateTree, binding: Binding) => {
    let named = rulesOfLeaf.get(leaf);
    if (named === undefined) {
      mark(leaf.rules);
      named = namedRules(leaf, holds);
      rulesOfLeaf.set(leaf, named);
    }
    for (const { pattern, rules } of named) {
      const roles = fillPattern(index, boundPatterns[pattern], binding);
      if (roles.length > 0) for (const rule of rules) addToList(boundRoles, rule, roles);
    }
  };
  for (const group of person.groups) matchTemplates(templates, index, group, onMatch);
  return boundRoles;
}

/** By pattern, the first rules of a template that hold, as many as a grant names. */
function namedRules(leaf: TemplateTree, holds: Uint8Array) {
  return Array.from(leaf.rulesByPattern, ([pattern, all]) => {
    const rules: number[] = [];
    for (const rule of all) {
      if (rules.length === MAX_NAMED_RULES) break;
      if (holds[rule] === 1) rules.push(rule);
    }
    return { pattern, rules };
  });
}

/** A rule that is not there has nothing to meet, and is never met. */
function isMet(further: FurtherConditions | null | undefined, person: Person): boolean {
  if (further === null || further === undefined) return false;
  if (further.idp !== null && further.idp !== person.idp) return false;
  if (further.groups !== null && !further.groups.some((group) => person.groups.has(group))) return false;
  return further.claims.every(([name, values]) => {
    const own = Object.hasOwn(person.claims, name) ? person.claims[name] : undefined;
    return own?.some((value) => values.includes(value)) ?? false;
  });
}

/** Nothing when the pattern asks for what the template does not have. */
function fillPattern(index: RoleIndex, pattern: BoundPattern | undefined, { accounts, roleKey }: Binding) {
  if (pattern === undefined) return [];
  const meant = pattern.account.kind === "placeholder" ? new Set(accounts) : pattern.accounts;
  if (pattern.role.kind !== "placeholder") return selectRoles(index, meant, pattern.role);
  return roleKey === undefined ? [] : selectRoles(index, meant, { kind: "key", key: roleKey });
}
