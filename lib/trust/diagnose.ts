import { matchesAction } from "./condition";
import { type Decision, listMismatches, type Mismatch } from "./evaluate-trust-policy";
import { findNearProvider, recogniseCondition } from "./known-mistakes";
import type { Statement, TrustPolicy } from "./policy";
import { resolveContext, type TrustRequest } from "./request";

/** An Allow statement beside the actions that nothing allows, and how far it is from allowing them. */
export type Candidate = {
  readonly index: number;
  readonly statement: Statement;
  /** Of the denied actions those that it does not list. */
  readonly missingActions: readonly string[];
  /** Principal and conditions: the same for every action. */
  readonly mismatches: readonly Mismatch[];
  /** 0 would allow; the smaller, the closer. */
  readonly distance: number;
};

/** The Allow statements, the closest first; of equally close ones the first of the document. */
export function rankCandidates(policy: TrustPolicy, request: TrustRequest, denied: readonly string[]): Candidate[] {
  return policy.statements
    .flatMap((statement, index) => (statement.effect === "Allow" ? [{ statement, index }] : []))
    .map(({ statement, index }): Candidate => {
      const missingActions = denied.filter((action) => !listsAction(statement, action));
      const mismatches = listMismatches(policy, statement, request.action, request).filter(
        (mismatch) => mismatch.code !== "action_differs",
      );
      const distance =
        sum(missingActions.map((action) => (action === request.action ? 5 : 1))) +
        sum(mismatches.map((mismatch) => measure(mismatch, statement, policy, request)));
      return { index, statement, missingActions, mismatches, distance };
    })
    .sort((one, other) => one.distance - other.distance);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** A statement's Action or NotAction covers the action. */
export const listsAction = (statement: Statement, action: string): boolean =>
  statement.actions.some((pattern) => matchesAction(pattern, action)) !== statement.exceptActions;

/** A condition that nearly holds counts less than one that does not, a provider of the same name less than another. */
function measure(mismatch: Mismatch, statement: Statement, policy: TrustPolicy, request: TrustRequest): number {
  if (mismatch.code === "principal_differs") {
    if (findNearProvider(statement.principals, request.caller) !== null) return 3;
    return statement.principals[request.caller.kind] === undefined ? 12 : 7;
  }
  if (mismatch.code !== "condition_failed") return 0;
  const context = resolveContext(request);
  return sum(mismatch.conditions.map((failure) => (recogniseCondition(failure, context, policy) === null ? 2 : 1.5)));
}

/** The actions that no statement allows; explicitly denied ones are among them when no Allow speaks for them either. */
export function listUnallowed(decision: Decision): string[] {
  return decision.actions
    .map((one) => one.action)
    .filter(
      (action) =>
        !decision.statements.some(
          (outcome) => outcome.action === action && outcome.effect === "Allow" && outcome.mismatch === null,
        ),
    );
}
