import type { Patch } from "./condition-patch";
import type { Candidate } from "./diagnose";
import type { FailedCondition } from "./evaluate-trust-policy";
import { patchCondition } from "./fix-condition";
import { findNearProvider } from "./known-mistakes";
import { writeLiteral } from "./literal";
import type { Condition, Principals, Statement, TrustPolicy } from "./policy";
import { listOwnNames } from "./principal";
import { resolveContext, spellKey, type TrustRequest } from "./request";
import { names, type Saying, say } from "./saying";
import { nameStatement } from "./sentences";

/** `index` null: a new statement at the end. */
export type AllowPatch = {
  readonly index: number | null;
  readonly statement: Statement;
  readonly summary: readonly Saying[];
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
  const principals = Object.values(statement.principals).flat();
  const isShared = principals.length > 1 || (principal !== null && !principal.replaces);
  if ((changesMore && isShared) || (statement.exceptActions && candidate.missingActions.length > 0)) {
    return addNarrowCopy(candidate, request, denied, conditions);
  }
  const about = nameStatement({ index: candidate.index, sid: statement.sid });
  const actions = candidate.missingActions.map((action) => say("fix.add_action", { action }));
  return {
    index: candidate.index,
    statement: {
      ...statement,
      principals: principal?.principals ?? statement.principals,
      actions: [...statement.actions, ...candidate.missingActions],
      conditions: conditions.conditions,
    },
    summary: [...(principal?.summary ?? []), ...conditions.summary, ...actions].map((change) =>
      say("fix.at_statement", { statement: about, change }),
    ),
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

const describeOld = (listed: readonly string[]): readonly Saying[] =>
  listed.length === 0 ? [] : [say("fix.old_names", { names: names(listed) })];

type PrincipalPatch = {
  readonly principals: Principals;
  readonly summary: readonly Saying[];
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
      summary: [say("fix.add_principal", { principal: own, kind: caller.kind, further: describeOld(listed) })],
      replaces: false,
    };
  }
  return {
    principals: { ...principals, [caller.kind]: listed.map((name) => (name === near ? own : name)) },
    summary: [say("fix.replace_principal", { principal: own, before: near })],
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
  const statement = nameStatement({ index: candidate.index, sid: candidate.statement.sid });
  return {
    index: null,
    statement: buildStatement(request, own, denied, conditions.conditions),
    summary: [
      say("fix.add_narrow_copy", { principal: own, actions: names(denied, "and"), statement }),
      ...conditions.summary.map((change) => say("fix.in_copy", { change })),
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
  const added = { principal: own, actions: names(denied, "and") };
  return {
    index: null,
    statement: buildStatement(request, own, denied, conditions),
    summary: [
      tied.length === 0
        ? say("fix.add_exact", added)
        : say("fix.add_tied", { ...added, tied: { items: tied, join: "pairs" } }),
    ],
    weaker: false,
  };
}
