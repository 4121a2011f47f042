import type { Identity } from "#lib/identity";
import type { CompiledAccess } from "./compile-rules";
import type { GrantableRole } from "./grantable-role";
import { MAX_NAMED_RULES, type MatchedRules, matchRules } from "./match-rules";

/** A role that somebody may use right now. Computed at each asking, never stored. */
export type Grant = GrantableRole & {
  /** The first rules that give it, at most `MAX_NAMED_RULES`, in their order: `access.rules[3]`. */
  readonly grantedBy: readonly string[];
};

/**
 * Everything the rules give this person, each role once, by account name, account id and role name. Nothing is given but by a
 * rule that holds: without groups, or with groups that did not arrive whole, rules about groups give nothing.
 */
export function resolveGrants(access: CompiledAccess, identity: Identity): Grant[] {
  const { counts, givers } = tally(access, matchRules(access, identity));
  const grants: Grant[] = [];
  let grantedBy: readonly string[] = [];
  let named = -1;
  const { roles } = access.index;
  // By number: entries() would make an array for each of ten thousand roles.
  for (let at = 0; at < roles.length; at++) {
    const count = counts[at] ?? 0;
    const role = roles[at];
    if (count === 0 || role === undefined) continue;
    // Neighbours are mostly given by the same rules; one list serves them all.
    if (named < 0 || !isSameList(givers, named, at, count) || counts[named] !== count) {
      grantedBy = nameRules(access, givers, at, count);
      named = at;
    }
    grants.push({ ...role, grantedBy });
  }
  return grants;
}

function nameRules(access: CompiledAccess, givers: Int32Array, role: number, count: number): readonly string[] {
  const first = role * MAX_NAMED_RULES;
  return Array.from({ length: count }, (_, nth) => access.ruleNames[givers[first + nth] ?? -1] ?? "");
}

function isSameList(givers: Int32Array, a: number, b: number, count: number): boolean {
  for (let nth = 0; nth < count; nth++) {
    if (givers[a * MAX_NAMED_RULES + nth] !== givers[b * MAX_NAMED_RULES + nth]) return false;
  }
  return true;
}

/**
 * For each role, how many rules give it (counted up to `MAX_NAMED_RULES`) and which. Rules are taken in order, so once a pattern was
 * used by as many rules as are named, all its roles have their names and it can be passed over.
 */
function tally(access: CompiledAccess, { holds, boundRoles }: MatchedRules) {
  const { starts, items } = access.patternsOfRule;
  const counts = new Uint8Array(access.index.roles.length);
  const givers = new Int32Array(counts.length * MAX_NAMED_RULES);
  const uses = new Uint8Array(access.rolesOfPattern.length);
  for (let rule = 0; rule < holds.length; rule++) {
    if (holds[rule] === 0) continue;
    const end = starts[rule + 1] ?? 0;
    for (let at = starts[rule] ?? 0; at < end; at++) {
      const pattern = items[at] ?? 0;
      const used = uses[pattern] ?? 0;
      if (used === MAX_NAMED_RULES) continue;
      uses[pattern] = used + 1;
      give(counts, givers, access.rolesOfPattern[pattern] ?? [], rule);
    }
    if (boundRoles.size === 0) continue;
    for (const roles of boundRoles.get(rule) ?? []) give(counts, givers, roles, rule);
  }
  return { counts, givers };
}

function give(counts: Uint8Array, givers: Int32Array, roles: ArrayLike<number>, rule: number): void {
  for (let at = 0; at < roles.length; at++) {
    const role = roles[at] ?? 0;
    const count = counts[role] ?? 0;
    const next = role * MAX_NAMED_RULES + count;
    if (count === MAX_NAMED_RULES || (count > 0 && givers[next - 1] === rule)) continue;
    givers[next] = rule;
    counts[role] = count + 1;
  }
}
