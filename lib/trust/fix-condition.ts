import { holdsCondition, parseOperator } from "./condition";
import { adviseCaller, type Patch, replaceBy, type Situation } from "./condition-patch";
import { findOwnKey, toLike } from "./known-mistakes";
import type { Condition, TrustPolicy } from "./policy";
import { addValues, dropExclusion, moveBound, repairCase } from "./repair-values";
import { resolveContext, spellKey, type TrustRequest } from "./request";
import { type Saying, say } from "./saying";

type Repair = (situation: Situation) => Patch | null;

/** In the order in which they are tried: what the author most likely meant first, what merely lets the value in last. */
const REPAIRS: readonly Repair[] = [
  repairNull,
  repairKey,
  relaxAbsent,
  dropFlag,
  repairQuantifier,
  repairLike,
  repairCase,
  moveBound,
  dropExclusion,
  addValues,
];

/** The smallest change of a failed condition after which it holds for this context; `null` when there is none. */
export function patchCondition(condition: Condition, request: TrustRequest, policy: TrustPolicy): Patch | null {
  const context = resolveContext(request);
  const seen = context.get(condition.key.toLowerCase()) ?? [];
  for (const repair of REPAIRS) {
    const patch = repair({ condition, seen, context, request, policy });
    if (patch?.conditions.every((one) => holdsCondition(one, context, policy.version === "2012-10-17"))) return patch;
  }
  return null;
}

function drop(condition: Condition): Patch {
  const { operator, key } = condition;
  const removed = say("fix.remove_condition", { operator, key, further: [adviseCaller(condition)] });
  return { conditions: [], summary: [removed], weaker: true };
}

function repairNull({ condition }: Situation): Patch | null {
  return parseOperator(condition.operator)?.base === "Null" ? drop(condition) : null;
}

/** The key of another issuer becomes the request's own; its values are mended too where they differ. */
function repairKey({ condition, seen, context, request, policy }: Situation): Patch | null {
  const own = seen.length === 0 ? findOwnKey(condition.key, context) : null;
  if (own === null) return null;
  const key = spellKey(own, request);
  const renamed = { ...condition, key };
  const sentence = say("fix.rename_key", { key, before: condition.key });
  if (holdsCondition(renamed, context, policy.version === "2012-10-17")) return replaceBy(renamed, sentence);
  const inner = patchCondition(renamed, request, policy);
  return inner === null ? null : { ...inner, summary: [sentence, ...inner.summary] };
}

function relaxAbsent({ condition, seen }: Situation): Patch | null {
  if (seen.length > 0) return null;
  const relaxed = { ...condition, operator: `${condition.operator}IfExists` };
  const further = [adviseCaller(condition)];
  return replaceBy(relaxed, say("fix.if_exists", { ...listChange(condition, relaxed), further }), true);
}

/** A Bool that is the other way round can only go: a list of both values would say nothing. */
function dropFlag({ condition }: Situation): Patch | null {
  return parseOperator(condition.operator)?.base === "Bool" ? drop(condition) : null;
}

const LISTS_OF_KEYS = ["aws:tagkeys", "sts:transitivetagkeys"];

function repairQuantifier({ condition, seen, context, request, policy }: Situation): Patch | null {
  if (seen.length < 2 || parseOperator(condition.operator)?.quantifier !== null) return null;
  const all = { ...condition, operator: `ForAllValues:${condition.operator}` };
  const any = { ...condition, operator: `ForAnyValue:${condition.operator}` };
  const holds = (one: Condition) => holdsCondition(one, context, policy.version === "2012-10-17");
  const isExclusion = condition.operator.includes("Not");
  if (isExclusion || (LISTS_OF_KEYS.includes(condition.key.toLowerCase()) && holds(all))) {
    // ForAllValues holds for an absent key too, which the condition as it stands does not, unless it excludes.
    const present = isExclusion ? [] : [{ operator: "Null", key: condition.key, values: ["false"] }];
    return { conditions: [all, ...present], summary: [describeOperator(condition, all)], weaker: false };
  }
  if (holds(any)) return replaceBy(any, describeOperator(condition, any));
  const added = addValues({ condition: any, seen: seen.slice(0, 1), context, request, policy });
  return added === null ? null : { ...added, summary: [describeOperator(condition, any), ...added.summary] };
}

const listChange = (before: Condition, after: Condition) => ({
  operator: after.operator,
  before: before.operator,
  key: after.key,
});

const describeOperator = (before: Condition, after: Condition): Saying =>
  say("fix.set_operator", listChange(before, after));

function repairLike({ condition, context, policy }: Situation): Patch | null {
  if (parseOperator(condition.operator)?.base !== "StringEquals") return null;
  const operator = toLike(condition.operator);
  if (!condition.values.some((value) => /[*?]/.test(value))) return null;
  const like = { ...condition, operator };
  return holdsCondition(like, context, policy.version === "2012-10-17")
    ? replaceBy(like, say("fix.like", listChange(condition, like)))
    : null;
}
