import { OPERATORS, type Operator } from "./condition-operators";
import type { Condition } from "./policy";
import { resolveVariables } from "./policy-variables";
import { matchesPattern, type PatternPart, parsePattern } from "./wildcard";

type Context = ReadonlyMap<string, readonly string[]>;
type Quantifier = "ForAllValues" | "ForAnyValue";
type ParsedOperator = { readonly quantifier: Quantifier | null; readonly base: string; readonly ifExists: boolean };

/** Reads `ForAnyValue:StringLikeIfExists`. `null` for what IAM does not know; Null takes no `IfExists`. */
export function parseOperator(name: string): ParsedOperator | null {
  const [, prefix, base = "", suffix] = /^(ForAllValues|ForAnyValue)?:?([A-Za-z]+?)(IfExists)?$/.exec(name) ?? [];
  const quantifier = prefix === "ForAllValues" || prefix === "ForAnyValue" ? prefix : null;
  const ifExists = suffix !== undefined;
  if (`${quantifier ? `${quantifier}:` : ""}${base}${suffix ?? ""}` !== name) return null;
  if (base === "Null") return ifExists ? null : { quantifier, base, ifExists };
  return Object.hasOwn(OPERATORS, base) ? { quantifier, base, ifExists } : null;
}

/**
 * Whether one condition holds. A key with several values needs a quantifier: IAM's documentation leaves open what happens
 * without one, and here the condition fails, so that an Allow never rests on it. IAM User Guide,
 * reference_policies_condition-single-vs-multi-valued-context-keys.
 */
export function holdsCondition(condition: Condition, context: Context, variables: boolean): boolean {
  const parsed = parseOperator(condition.operator);
  if (parsed === null) return false;
  const seen = context.get(condition.key.toLowerCase()) ?? [];
  if (parsed.base === "Null") {
    return condition.values.some((value) => value.toLowerCase() === String(isNullDataset(seen)));
  }
  const operator = OPERATORS[parsed.base];
  if (operator === undefined) return false;
  if (seen.length === 0) return holdsWhenAbsent(parsed, operator.negated);
  if (parsed.quantifier !== null && isNullDataset(seen)) return parsed.quantifier === "ForAllValues";
  const expected = resolveExpected(condition.values, operator, context, variables);
  if (expected === null) return false;
  // Of a negated comparison every expected value must differ, of a plain one any may match.
  const holdsFor = (value: string) => expected.some((parts) => operator.matches(value, parts)) !== operator.negated;
  if (parsed.quantifier === "ForAllValues") return seen.every(holdsFor);
  if (parsed.quantifier === "ForAnyValue") return seen.some(holdsFor);
  return seen.length === 1 && seen.every(holdsFor);
}

/** No value, or none but empty texts: what Null and the set operators call null. */
const isNullDataset = (seen: readonly string[]): boolean => seen.every((value) => value === "");

/**
 * A variable without a value makes a plain comparison fail, whatever else is listed; a negated one takes it as a value
 * that nothing equals. IAM User Guide, reference_policies_variables (policy variables with no value).
 */
function resolveExpected(
  values: readonly string[],
  operator: Operator,
  context: Context,
  variables: boolean,
): readonly PatternPart[][] | null {
  const resolved = values.map((value) =>
    variables && operator.variables && value.includes("${") ? resolveVariables(value, context) : parsePattern(value),
  );
  const known = resolved.filter((parts) => parts !== null);
  return known.length === resolved.length || operator.negated ? known : null;
}

function holdsWhenAbsent(parsed: ParsedOperator, negated: boolean): boolean {
  if (parsed.ifExists || parsed.quantifier === "ForAllValues") return true;
  return parsed.quantifier === null && negated;
}

/** Actions are matched without regard to case: IAM User Guide, reference_policies_elements_action. */
export function matchesAction(pattern: string, action: string): boolean {
  return matchesPattern(parsePattern(pattern.toLowerCase()), action.toLowerCase());
}
