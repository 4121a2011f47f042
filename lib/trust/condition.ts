import { OPERATORS } from "./condition-operators";
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
    return condition.values.some((value) => value.toLowerCase() === String(seen.length === 0));
  }
  const operator = OPERATORS[parsed.base];
  if (operator === undefined) return false;
  if (seen.length === 0) return holdsWhenAbsent(parsed, operator.negated);
  const expected = condition.values.map((value) =>
    variables && operator.variables ? resolveVariables(value, context) : parsePattern(value),
  );
  if (!isResolved(expected)) return false;
  // Of a negated comparison every expected value must differ, of a plain one any may match.
  const holdsFor = (value: string) => expected.some((parts) => operator.matches(value, parts)) !== operator.negated;
  if (parsed.quantifier === "ForAllValues") return seen.every(holdsFor);
  if (parsed.quantifier === "ForAnyValue") return seen.some(holdsFor);
  return seen.length === 1 && seen.every(holdsFor);
}

function holdsWhenAbsent(parsed: ParsedOperator, negated: boolean): boolean {
  if (parsed.ifExists || parsed.quantifier === "ForAllValues") return true;
  return parsed.quantifier === null && negated;
}

function isResolved(parts: readonly (PatternPart[] | null)[]): parts is PatternPart[][] {
  return parts.every((part) => part !== null);
}

/** Actions are matched without regard to case: IAM User Guide, reference_policies_elements_action. */
export function matchesAction(pattern: string, action: string): boolean {
  return matchesPattern(parsePattern(pattern.toLowerCase()), action.toLowerCase());
}
