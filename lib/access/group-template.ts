import { addToList } from "./add-to-list";
import type { IndexedAccount, RoleIndex } from "./role-index";

export type TemplatePart = { readonly literal: string } | { readonly placeholder: "account" | "role" };

/** What a template found in a group's name. `undefined`: the template does not ask for it. */
export type Binding = {
  readonly accounts?: readonly IndexedAccount[] | undefined;
  readonly roleKey?: string | undefined;
};

/** Whether a rule's `group` is a template rather than a name. */
export function isGroupTemplate(text: string): boolean {
  return text.includes("{account}") || text.includes("{role}");
}

/** `null` when a placeholder occurs twice: there is no telling what that means. */
export function parseGroupTemplate(text: string): readonly TemplatePart[] | null {
  const parts: TemplatePart[] = [];
  for (const piece of text.split(/(\{account\}|\{role\})/)) {
    if (piece === "{account}") parts.push({ placeholder: "account" });
    else if (piece === "{role}") parts.push({ placeholder: "role" });
    else if (piece !== "") parts.push({ literal: piece });
  }
  const found = parts.flatMap((part) => ("placeholder" in part ? [part.placeholder] : []));
  return new Set(found).size === found.length ? parts : null;
}

/**
 * All templates as one tree, so that a group's name is read once for all of them: templates that begin alike share a branch,
 * and a literal is found by its text, not by going through the templates.
 */
export type TemplateTree = {
  readonly literals: Map<string, TemplateTree>;
  readonly literalLengths: Set<number>;
  account: TemplateTree | null;
  role: TemplateTree | null;
  readonly rules: number[];
  /** The rules again, by each of their patterns that wait for what the template finds. */
  readonly rulesByPattern: Map<number, number[]>;
};

export function createTemplateTree(): TemplateTree {
  return {
    literals: new Map(),
    literalLengths: new Set(),
    account: null,
    role: null,
    rules: [],
    rulesByPattern: new Map(),
  };
}

export function plantTemplate(
  tree: TemplateTree,
  parts: readonly TemplatePart[],
  rule: number,
  patterns: readonly number[],
): void {
  const leaf = parts.reduce(branchFor, tree);
  leaf.rules.push(rule);
  for (const pattern of patterns) addToList(leaf.rulesByPattern, pattern, rule);
}

function branchFor(tree: TemplateTree, part: TemplatePart): TemplateTree {
  if ("literal" in part) {
    const branch = tree.literals.get(part.literal) ?? createTemplateTree();
    tree.literals.set(part.literal, branch);
    tree.literalLengths.add(part.literal.length);
    return branch;
  }
  const branch = tree[part.placeholder] ?? createTemplateTree();
  tree[part.placeholder] = branch;
  return branch;
}

type OnMatch = (leaf: TemplateTree, binding: Binding) => void;

/**
 * Reports every way to read a whole group name by a template such that account and role exist: of `aws-a-b-Dev`, account
 * `a` with role `b-Dev` and account `a-b` with role `Dev` both, where both are there. Only lengths that occur among
 * the accounts, roles and literals are tried.
 */
export function matchTemplates(tree: TemplateTree, index: RoleIndex, group: string, onMatch: OnMatch): void {
  walk(tree, 0, {});

  function walk(branch: TemplateTree, at: number, binding: Binding): void {
    if (at === group.length && branch.rules.length > 0) report(branch, binding);
    for (const length of branch.literalLengths) {
      const next = branch.literals.get(group.slice(at, at + length));
      if (next !== undefined && at + length <= group.length) walk(next, at + length, binding);
    }
    if (branch.account !== null) walkAccounts(branch.account, at, binding);
    if (branch.role !== null) walkRoles(branch.role, at, binding);
  }

  function report(leaf: TemplateTree, binding: Binding): void {
    const there = narrow(binding);
    if (there.accounts?.length !== 0) onMatch(leaf, there);
  }

  function walkAccounts(next: TemplateTree, at: number, binding: Binding): void {
    for (const length of index.accountKeyLengths) {
      if (at + length > group.length) return;
      const accounts = index.accountsByKey.get(group.slice(at, at + length));
      if (accounts !== undefined) walk(next, at + length, { ...binding, accounts });
    }
  }

  function walkRoles(next: TemplateTree, at: number, binding: Binding): void {
    for (const length of index.roleKeyLengths) {
      if (at + length > group.length) return;
      const roleKey = group.slice(at, at + length);
      if (index.rolesByKey.has(roleKey)) walk(next, at + length, { ...binding, roleKey });
    }
  }
}

/** Of several accounts by one name, those that have the role. */
function narrow({ accounts, roleKey }: Binding): Binding {
  if (accounts === undefined || roleKey === undefined) return { accounts, roleKey };
  return { accounts: accounts.filter((account) => account.rolesByKey.has(roleKey)), roleKey };
}
