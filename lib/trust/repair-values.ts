import { holdsCondition, parseOperator } from "./condition";
import { type Patch, replaceBy, type Situation } from "./condition-patch";
import { recogniseCondition } from "./known-mistakes";
import { writeLiteral } from "./literal";
import type { Condition } from "./policy";
import { relaxBound } from "./relax-bound";
import { type Listed, names, type Saying, say } from "./saying";

export function repairCase({ condition, seen, context, policy }: Situation): Patch | null {
  const failure = { ...condition, expected: condition.values, seen };
  const isCase =
    recogniseCondition(failure, context, policy)?.code === "case_differs" ||
    (seen.length === 1 && condition.values.some((value) => value.toLowerCase() === seen[0]?.toLowerCase()));
  if (!isCase || condition.operator.includes("Not")) return null;
  const own = (value: string) => seen.find((one) => one.toLowerCase() === value.toLowerCase()) ?? null;
  const wrong = condition.values.filter((value) => own(value) !== null && own(value) !== value);
  const right = condition.values.map((value) =>
    wrong.includes(value) ? writeLiteral(own(value) ?? value, condition.operator, policy.version) : value,
  );
  if (!isComplete(right)) return null;
  const spellings = wrong.map((before) => say("fix.spelling", { value: own(before) ?? before, before }));
  const spelled: Listed = { items: spellings, join: "pairs" };
  return replaceBy({ ...condition, values: right }, say("fix.spell", { spelled, key: condition.key }));
}

function isComplete(values: readonly (string | null)[]): values is readonly string[] {
  return values.every((value) => value !== null);
}

export function moveBound({ condition, seen }: Situation): Patch | null {
  const [value, ...others] = seen;
  if (value === undefined || others.length > 0) return null;
  const bound = relaxBound(condition, value);
  if (bound === null) return null;
  const { key, operator } = condition;
  const [values, before] = [names(bound.values), names(condition.values)];
  const sentence = say("fix.move_bound", { key, operator, values, before, seen: value, further: bound.advice });
  return replaceBy({ ...condition, values: bound.values }, sentence);
}

/** Of a negated comparison the values that name exactly what was seen. A range or pattern names others too and stays. */
export function dropExclusion({ condition, seen, context, policy }: Situation): Patch | null {
  if (!/Not/.test(parseOperator(condition.operator)?.base ?? "")) return null;
  const hits = (value: string) =>
    !holdsCondition({ ...condition, values: [value] }, context, policy.version === "2012-10-17");
  const named = condition.values.filter(hits);
  if (!named.every((value) => seen.includes(value) && !/[*?]/.test(value))) return null;
  const values = condition.values.filter((value) => !named.includes(value));
  const { key, operator } = condition;
  const sentence = say("fix.drop_exclusion", { key, operator, names: names(named, "and") });
  return { conditions: values.length === 0 ? [] : [{ ...condition, values }], summary: [sentence], weaker: false };
}

/** Last: the values that the request had are listed beside those that are there. */
export function addValues({ condition, seen, context, policy }: Situation): Patch | null {
  const quantifier = parseOperator(condition.operator)?.quantifier;
  const fits = (value: string) =>
    holdsCondition(
      condition,
      new Map([...context, [condition.key.toLowerCase(), [value]]]),
      policy.version === "2012-10-17",
    );
  const lacking = quantifier === "ForAnyValue" ? seen.slice(0, 1) : seen.filter((value) => !fits(value));
  const added = lacking.map((value) => writeLiteral(value, condition.operator, policy.version));
  if (!isComplete(added) || added.length === 0) return null;
  const { key, operator } = condition;
  const further = describeOld(condition);
  const sentence = say("fix.add_values", { key, operator, names: names(added, "and"), further });
  return replaceBy({ ...condition, values: [...condition.values, ...added] }, sentence);
}

const describeOld = (condition: Condition): readonly Saying[] =>
  /:aud$|^sts:ExternalId$/i.test(condition.key) ? [say("fix.old_names", { names: names(condition.values) })] : [];
