import type { Patch } from "./condition-patch";
import type { Candidate } from "./diagnose";
import type { FailedCondition } from "./evaluate-trust-policy";
import { patchCondition } from "./fix-condition";
import { findNearProvider } from "./known-mistakes";
import { writeLiteral } from "./literal";
import type { Condition, Principals, Statement, TrustPolicy } from "./policy";
import { listOwnNames } from "./principal";
import { resolveContext, spellKey, type TrustRequest } from "./request";
import { listNames, nameStatement } from "./sentences";

/** `index` null: a new statement at the end. */
export type AllowPatch = {
  readonly index: number | null;
  readonly statement: Statement;
  readonly summary: readonly string[];
  readonly weaker: boolean;
};

/**
 * The closest statement, changed so that it allows the denied actions; a new statement where changing that one would let
 * others in too, because it speaks of several principals.
 */
export function widenStatement(
  policy: TrustPolicy,
  candidate: Candidate,
  request: TrustRequest,
  denied: readonly string[],
): AllowPatch | null {
  const { statement } = candidate;
  const conditions = patchConditions(policy, candidate, request);
  if (conditions === null || statement.exceptPrincipals) return null;
  const principal = patchPrincipal(candidate, request);
  const changesMore = candidate.missingActions.length > 0 || conditions.summary.length > 0;
  const names = Object.values(statement.principals).flat();
  const isShared = names.length > 1 || (principal !== null && !principal.replaces);
  if ((changesMore && isShared) || (statement.exceptActions && candidate.missingActions.length > 0)) {
    return addNarrowCopy(candidate, request, denied, conditions);
  }
  const name = nameStatement({ index: candidate.index, sid: statement.sid });
  const actions = candidate.missingActions.map((action) => `Add \`${action}\` to the actions.`);
  return {
    index: candidate.index,
    statement: {
      ...statement,
      principals: principal?.principals ?? statement.principals,
      actions: [...statement.actions, ...candidate.missingActions],
      conditions: conditions.conditions,
    },
    summary: [...(principal?.summary ?? []), ...conditions.summary, ...actions].map((line) => `${name}: ${line}`),
    weaker: conditions.weaker,
  };
}

function listFailures(candidate: Candidate): readonly FailedCondition[] {
  return candidate.mismatches.flatMap((mismatch) => (mismatch.code === "condition_failed" ? mismatch.conditions : []));
}

/** All conditions of the statement with the failed ones mended; `null` when one cannot be, or two would collide. */
function patchConditions(policy: TrustPolicy, candidate: Candidate, request: TrustRequest): Patch | null {
  const failures = listFailures(candidate);
  const isFailed = (one: Condition) => failures.some((f) => f.operator === one.operator && f.key === one.key);
  const patches: Patch[] = [];
  for (const condition of candidate.statement.conditions) {
    const patch = isFailed(condition)
      ? patchCondition(condition, request, policy)
      : { conditions: [condition], summary: [], weaker: false };
    if (patch === null) return null;
    patches.push(patch);
  }
  const conditions = patches.flatMap((patch) => patch.conditions);
  const slots = new Set(conditions.map((one) => JSON.stringify([one.operator, one.key])));
  if (slots.size < conditions.length) return null;
  return {
    conditions,
    summary: patches.flatMap((patch) => patch.summary),
    weaker: patches.some((patch) => patch.weaker),
  };
}

const describeOld = (listed: readonly string[]): string =>
  listed.length === 0 ? "" : ` If nothing else needs ${listNames(listed)}, take it out.`;

type PrincipalPatch = {
  readonly principals: Principals;
  readonly summary: readonly string[];
  /** The only name gave way: whatever else changes in the statement concerns nobody else. */
  readonly replaces: boolean;
};

function patchPrincipal(candidate: Candidate, request: TrustRequest): PrincipalPatch | null {
  if (!candidate.mismatches.some((mismatch) => mismatch.code === "principal_differs")) return null;
  const { caller } = request;
  const { principals } = candidate.statement;
  const listed = principals[caller.kind] ?? [];
  const own = listOwnNames(caller)[0] ?? "";
  const near = findNearProvider(principals, caller);
  if (near === null) {
    return {
      principals: { ...principals, [caller.kind]: [...listed, own] },
      summary: [`Add \`${own}\` to the principals (${caller.kind}).${describeOld(listed)}`],
      replaces: false,
    };
  }
  return {
    principals: { ...principals, [caller.kind]: listed.map((name) => (name === near ? own : name)) },
    summary: [`Write the principal \`${own}\` in place of \`${near}\`.`],
    replaces: true,
  };
}

function addNarrowCopy(
  candidate: Candidate,
  request: TrustRequest,
  denied: readonly string[],
  conditions: Patch,
): AllowPatch {
  const own = listOwnNames(request.caller)[0] ?? "";
  return {
    index: null,
    statement: buildStatement(request, own, denied, conditions.conditions),
    summary: [
      `Add a statement for \`${own}\` alone, which allows ${listNames(denied, "and")}: a change of ${nameStatement({ index: candidate.index, sid: candidate.statement.sid })} would concern others too.`,
      ...conditions.summary.map((line) => `In it, set against that statement: ${line}`),
    ],
    weaker: conditions.weaker,
  };
}

function buildStatement(
  request: TrustRequest,
  own: string,
  actions: readonly string[],
  conditions: readonly Condition[],
): Statement {
  return {
    sid: null,
    effect: "Allow",
    principals: { [request.caller.kind]: [own] },
    exceptPrincipals: false,
    actions,
    exceptActions: false,
    conditions,
  };
}

/** What a new statement is tied to: who the request is for and about. */
const PINNED = [/:aud$/, /:sub$/, /^sts:externalid$/];

/** A statement for this very request, where no statement can be mended: its caller, audience, subject and external ID. */
export function addExactStatement(policy: TrustPolicy, request: TrustRequest, denied: readonly string[]): AllowPatch {
  const own = listOwnNames(request.caller)[0] ?? "";
  const conditions = [...resolveContext(request)].flatMap(([key, [value, ...others]]): Condition[] => {
    if (value === undefined || others.length > 0 || !PINNED.some((pattern) => pattern.test(key))) return [];
    const literal = writeLiteral(value, "StringEquals", policy.version);
    return literal === null ? [] : [{ operator: "StringEquals", key: spellKey(key, request), values: [literal] }];
  });
  const tied = conditions.map((one) => `\`${one.key}\` \`${one.values[0]}\``);
  const rest = tied.length === 0 ? "" : `, tied to ${tied.join(" and ")}`;
  return {
    index: null,
    statement: buildStatement(request, own, denied, conditions),
    summary: [`Add a statement that allows ${listNames(denied, "and")} to \`${own}\`${rest}.`],
    weaker: false,
  };
}
