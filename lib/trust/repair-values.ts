import { holdsCondition, parseOperator } from "./condition";
import { type Patch, replaceBy, type Situation } from "./condition-patch";
import { recogniseCondition } from "./known-mistakes";
import { writeLiteral } from "./literal";
import type { Condition } from "./policy";
import { relaxBound } from "./relax-bound";
import { listNames } from "./sentences";

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
  const spelled = wrong.map((value) => `\`${own(value)}\` in place of \`${value}\``).join(" and ");
  return replaceBy(
    { ...condition, values: right },
    `Write ${spelled} for \`${condition.key}\`, as the request spells it.`,
  );
}

function isComplete(values: readonly (string | null)[]): values is readonly string[] {
  return values.every((value) => value !== null);
}

export function moveBound({ condition, seen }: Situation): Patch | null {
  const [value, ...others] = seen;
  if (value === undefined || others.length > 0) return null;
  const bound = relaxBound(condition, value);
  if (bound === null) return null;
  return replaceBy(
    { ...condition, values: bound.values },
    `Set \`${condition.key}\` (\`${condition.operator}\`) to ${listNames(bound.values)}, from ${listNames(condition.values)}: the request had \`${value}\`. ${bound.advice}`,
  );
}

/** Of a negated comparison the values that name exactly what was seen. A range or pattern names others too and stays. */
export function dropExclusion({ condition, seen, context, policy }: Situation): Patch | null {
  if (!/Not/.test(parseOperator(condition.operator)?.base ?? "")) return null;
  const hits = (value: string) =>
    !holdsCondition({ ...condition, values: [value] }, context, policy.version === "2012-10-17");
  const named = condition.values.filter(hits);
  if (!named.every((value) => seen.includes(value) && !/[*?]/.test(value))) return null;
  const values = condition.values.filter((value) => !named.includes(value));
  const sentence = `Take ${listNames(named, "and")} out of the excluded values of \`${condition.key}\` (\`${condition.operator}\`).`;
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
  return replaceBy(
    { ...condition, values: [...condition.values, ...added] },
    `Add ${listNames(added, "and")} to the values of \`${condition.key}\` (\`${condition.operator}\`).${describeOld(condition)}`,
  );
}

const describeOld = (condition: Condition): string =>
  /:aud$|^sts:ExternalId$/i.test(condition.key)
    ? ` If nothing else needs ${listNames(condition.values)}, take it out.`
    : "";
