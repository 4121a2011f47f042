import { holdsCondition, matchesAction } from "./condition";
import type { Condition, Principals, Statement, TrustPolicy } from "./policy";
import { matchesStatementPrincipals, namesOf } from "./principal";
import { type Caller, listRequiredActions, resolveContext, type TrustRequest } from "./request";

/** A condition that did not hold, and what the request had instead. `seen` is null when the key was absent. */
export type FailedCondition = {
  readonly operator: string;
  readonly key: string;
  readonly expected: readonly string[];
  readonly seen: readonly string[] | null;
};

/** Why a statement says nothing about the request: the first of the three that fails. */
export type Mismatch =
  | { readonly code: "action_differs"; readonly expected: readonly string[] }
  | { readonly code: "principal_differs"; readonly expected: Principals; readonly seen: readonly string[] }
  | { readonly code: "condition_failed"; readonly conditions: readonly FailedCondition[] };

/** What one statement says about one action. */
export type StatementOutcome = {
  /** Position in the document, from 0. */
  readonly index: number;
  readonly sid: string | null;
  readonly effect: "Allow" | "Deny";
  readonly action: string;
  /** `null`: the statement applies, and its effect counts. */
  readonly mismatch: Mismatch | null;
};

export type ActionDecision = {
  readonly action: string;
  readonly allowed: boolean;
  /** `implicit`: no statement allows it; `explicit`: a Deny applies. */
  readonly denial: "implicit" | "explicit" | null;
};

export type Decision = {
  /** All of `actions` are allowed. */
  readonly allowed: boolean;
  readonly actions: readonly ActionDecision[];
  /** For every action every statement, in the document's order. */
  readonly statements: readonly StatementOutcome[];
};

type Context = ReadonlyMap<string, readonly string[]>;

/**
 * Decides as IAM does: each needed action must be allowed by a statement and denied by none. Covers the trust policy
 * alone; what the caller's own policies, boundaries or organisation say is not known here.
 * IAM User Guide, reference_policies_evaluation-logic.
 */
export function evaluateTrustPolicy(policy: TrustPolicy, request: TrustRequest): Decision {
  const context = resolveContext(request);
  const actions = listRequiredActions(request);
  // Principal and conditions are the same for every action, and looked at only where an action matches.
  const rest = policy.statements.map((statement) => once(() => findRestMismatch(policy, statement, request, context)));
  const statements = actions.flatMap((action) =>
    policy.statements.map((statement, index): StatementOutcome => {
      const mismatch = findActionMismatch(statement, action) ?? rest[index]?.() ?? null;
      return { index, sid: statement.sid, effect: statement.effect, action, mismatch };
    }),
  );
  const decisions = actions.map((action) => decideAction(action, statements));
  return { allowed: decisions.every((decision) => decision.allowed), actions: decisions, statements };
}

function decideAction(action: string, outcomes: readonly StatementOutcome[]): ActionDecision {
  const applying = outcomes.filter((outcome) => outcome.action === action && outcome.mismatch === null);
  if (applying.some((outcome) => outcome.effect === "Deny")) return { action, allowed: false, denial: "explicit" };
  const allowed = applying.length > 0;
  return { action, allowed, denial: allowed ? null : "implicit" };
}

function once(find: () => Mismatch | null): () => Mismatch | null {
  let found: Mismatch | null | undefined;
  return () => {
    if (found === undefined) found = find();
    return found;
  };
}

function findRestMismatch(
  policy: TrustPolicy,
  statement: Statement,
  request: TrustRequest,
  context: Context,
): Mismatch | null {
  return findPrincipalMismatch(statement, request.caller) ?? findConditionMismatch(policy, statement, context);
}

/** Every mismatch of a statement, not the first alone: what would have to change for it to apply. */
export function listMismatches(
  policy: TrustPolicy,
  statement: Statement,
  action: string,
  request: TrustRequest,
): readonly Mismatch[] {
  return [
    findActionMismatch(statement, action),
    findPrincipalMismatch(statement, request.caller),
    findConditionMismatch(policy, statement, resolveContext(request)),
  ].filter((mismatch) => mismatch !== null);
}

function findActionMismatch(statement: Statement, action: string): Mismatch | null {
  return statement.actions.some((pattern) => matchesAction(pattern, action)) === statement.exceptActions
    ? { code: "action_differs", expected: statement.actions }
    : null;
}

function findPrincipalMismatch(statement: Statement, caller: Caller): Mismatch | null {
  return matchesStatementPrincipals(statement, caller)
    ? null
    : { code: "principal_differs", expected: statement.principals, seen: namesOf(caller) };
}

function findConditionMismatch(policy: TrustPolicy, statement: Statement, context: Context): Mismatch | null {
  const failed = statement.conditions.filter(
    (condition) => !holdsCondition(condition, context, policy.version === "2012-10-17"),
  );
  return failed.length === 0
    ? null
    : { code: "condition_failed", conditions: failed.map((condition) => describeFailure(condition, context)) };
}

/** A condition beside what the context has for it. */
export function describeFailure(condition: Condition, context: Context): FailedCondition {
  const seen = context.get(condition.key.toLowerCase()) ?? null;
  return { operator: condition.operator, key: condition.key, expected: condition.values, seen };
}
