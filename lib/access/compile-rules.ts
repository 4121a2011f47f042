import type { RuleConfig } from "#lib/config/access-schema";
import { addToList } from "./add-to-list";
import type { DeclaredAccess } from "./declared-access";
import {
  createTemplateTree,
  isGroupTemplate,
  parseGroupTemplate,
  plantTemplate,
  type TemplateTree,
} from "./group-template";
import { buildRoleIndex, type RoleIndex } from "./role-index";
import { parseRolePattern, type RolePattern } from "./role-pattern";
import { type AccountSet, selectAccounts, selectRoles } from "./select-roles";

/** A pattern that waits for what its rule's template finds in a group. */
export type BoundPattern = RolePattern & { readonly accounts: AccountSet };

/** What must hold beside the condition that a rule is indexed by. */
export type FurtherConditions = {
  readonly groups: readonly string[] | null;
  readonly claims: readonly (readonly [string, readonly string[]])[];
  readonly idp: string | null;
};

/** Lists of numbers, one behind the other: list `n` is `items` from `starts[n]` up to `starts[n + 1]`. */
export type NumberLists = { readonly starts: Int32Array; readonly items: Int32Array };

/**
 * The rules, arranged so that what somebody may do is looked up instead of searched for. Never changes. Rules are numbered by
 * their place. What is needed of each rule that holds lies in flat arrays: a hundred thousand of them may hold at once, and
 * visiting as many objects would take longer than everything else.
 */
export type CompiledAccess = {
  readonly index: RoleIndex;
  /** As a person finds them in the configuration: `access.rules[3]`. */
  readonly ruleNames: readonly string[];
  /** By rule; `null` where there are none. */
  readonly furtherConditions: readonly (FurtherConditions | null)[];
  /** 1 where there are some. */
  readonly hasFurther: Uint8Array;
  /** By rule: its patterns. */
  readonly patternsOfRule: NumberLists;
  /** By distinct pattern: the roles it means. */
  readonly rolesOfPattern: readonly Int32Array[];
  readonly boundPatterns: readonly BoundPattern[];
  readonly rulesByGroup: ReadonlyMap<string, readonly number[]>;
  readonly rulesByClaim: ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>;
  readonly templates: TemplateTree;
};

/**
 * Compiles what is declared, once per configuration. Mistakes in it (see check-templates) give nobody anything; so does a
 * rule without any condition on groups or claims, which would otherwise hold for everybody.
 */
export function compileAccess(access: DeclaredAccess): CompiledAccess {
  const index = buildRoleIndex(access.accounts);
  const patterns = createPatternTable(index);
  const rulesByGroup = new Map<string, number[]>();
  const rulesByClaim = new Map<string, Map<string, number[]>>();
  const templates = createTemplateTree();
  const lookups = { rulesByGroup, rulesByClaim, templates };
  const patternsOfRule: number[][] = [];
  const furtherConditions = access.rules.map((rule, at): FurtherConditions | null => {
    const { plain, bound } = patterns.add(rule.roles);
    patternsOfRule.push(plain);
    const further = { ...indexRule(lookups, rule, at, bound), idp: rule.idp ?? null };
    return further.idp === null && further.groups === null && further.claims.length === 0 ? null : further;
  });
  return {
    index,
    ruleNames: access.rules.map((_, at) => `access.rules[${at}]`),
    furtherConditions,
    hasFurther: Uint8Array.from(furtherConditions, (further) => (further === null ? 0 : 1)),
    patternsOfRule: flatten(patternsOfRule),
    rolesOfPattern: patterns.rows,
    boundPatterns: patterns.boundRows,
    ...lookups,
  };
}

function flatten(lists: readonly (readonly number[])[]): NumberLists {
  const starts = new Int32Array(lists.length + 1);
  for (const [at, list] of lists.entries()) starts[at + 1] = (starts[at] ?? 0) + list.length;
  return { starts, items: Int32Array.from(lists.flat()) };
}

type Lookups = {
  readonly rulesByGroup: Map<string, number[]>;
  readonly rulesByClaim: Map<string, Map<string, number[]>>;
  readonly templates: TemplateTree;
};

/** Files a rule under one of its conditions, and gives back the others. */
function indexRule(
  to: Lookups,
  rule: RuleConfig,
  at: number,
  bound: readonly number[],
): Omit<FurtherConditions, "idp"> {
  const claims = Object.entries(rule.claims ?? {});
  if (rule.group !== undefined) {
    if (!isGroupTemplate(rule.group)) addToList(to.rulesByGroup, rule.group, at);
    else {
      const parts = parseGroupTemplate(rule.group);
      if (parts !== null) plantTemplate(to.templates, parts, at, bound);
    }
    return { groups: rule.groups ?? null, claims };
  }
  if (rule.groups !== undefined) {
    for (const group of new Set(rule.groups)) addToList(to.rulesByGroup, group, at);
    return { groups: null, claims };
  }
  const [first, ...others] = claims;
  if (first === undefined) return { groups: null, claims };
  const byValue = to.rulesByClaim.get(first[0]) ?? new Map<string, number[]>();
  to.rulesByClaim.set(first[0], byValue);
  for (const value of new Set(first[1])) addToList(byValue, value, at);
  return { groups: null, claims: others };
}

/** Looks each distinct pattern up once: a hundred thousand rules tend to share a few. */
function createPatternTable(index: RoleIndex) {
  const rows: Int32Array[] = [];
  const boundRows: BoundPattern[] = [];
  const rowOfText = new Map<string, number>();
  const accountsOfText = new Map<string, AccountSet>();

  function accountsOf(text: string, pattern: RolePattern): AccountSet {
    const key = text.slice(0, text.indexOf("/"));
    const accounts = accountsOfText.get(key) ?? selectAccounts(index, pattern.account);
    accountsOfText.set(key, accounts);
    return accounts;
  }

  function rowOf(text: string, pattern: RolePattern): number {
    const known = rowOfText.get(text);
    if (known !== undefined) return known;
    const accounts = accountsOf(text, pattern);
    const row = isBound(pattern)
      ? boundRows.push({ ...pattern, accounts }) - 1
      : rows.push(Int32Array.from(selectRoles(index, accounts, pattern.role))) - 1;
    rowOfText.set(text, row);
    return row;
  }

  function add(texts: readonly string[]): { plain: number[]; bound: number[] } {
    const plain: number[] = [];
    const bound: number[] = [];
    for (const text of new Set(texts)) {
      const pattern = parseRolePattern(text);
      if (pattern === null) continue;
      (isBound(pattern) ? bound : plain).push(rowOf(text, pattern));
    }
    return { plain, bound };
  }

  return { rows, boundRows, add };
}

const isBound = (pattern: RolePattern) => pattern.account.kind === "placeholder" || pattern.role.kind === "placeholder";
