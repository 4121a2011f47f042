import { didYouMean } from "#lib/nearest";
import { type At, cut, type Findings, finding, listValues, readMembers } from "./policy-findings";

/** IAM User Guide, reference_policies_elements_condition_operators. */
const OPERATORS: readonly string[] = [
  ...["String", "Arn"].flatMap((kind) => [`${kind}Equals`, `${kind}NotEquals`, `${kind}Like`, `${kind}NotLike`]),
  ...[
    "StringEqualsIgnoreCase",
    "StringNotEqualsIgnoreCase",
    "Bool",
    "BinaryEquals",
    "IpAddress",
    "NotIpAddress",
    "Null",
  ],
  ...["Numeric", "Date"].flatMap((kind) =>
    ["Equals", "NotEquals", "LessThan", "LessThanEquals", "GreaterThan", "GreaterThanEquals"].map((of) => kind + of),
  ),
];

const SCALARS: readonly string[] = ["String", "Number", "Boolean"];

/** `ForAnyValue:StringLikeIfExists` is StringLike. Null takes no IfExists. */
function baseOf(operator: string): string {
  const base = operator.replace(/^For(All|Any)Values?:/, "");
  return base === "NullIfExists" ? base : base.replace(/IfExists$/, "");
}

const isOperator = (operator: string): boolean =>
  OPERATORS.includes(baseOf(operator)) && !/^For(?!AllValues:|AnyValue:)/.test(operator);

/** Operators, the form of the keys, and that every value is a text, number or boolean. */
export function* checkCondition({ node, path }: At): Findings {
  if (node.type !== "Object") return yield finding({ node, path }, "A Condition is an object of operators.");
  for (const [operator, keys] of readMembers({ node, path })) {
    if (!isOperator(operator)) {
      const hint = didYouMean(cut(baseOf(operator)), OPERATORS) || ".";
      yield finding(keys, `${JSON.stringify(cut(operator))} is not a condition operator${hint}`);
    }
    yield* checkKeys(keys);
  }
}

function* checkKeys({ node, path }: At): Findings {
  if (node.type !== "Object") return yield finding({ node, path }, "An operator holds an object of condition keys.");
  for (const [key, values] of readMembers({ node, path })) {
    if (!/^[\w-]+:./.test(key)) {
      yield finding(values, `${JSON.stringify(cut(key))} is not a condition key: they look like aws:RequestedRegion.`);
    }
    for (const value of listValues(values)) {
      if (!SCALARS.includes(value.node.type))
        yield finding(value, "A condition is compared with texts, numbers or booleans.");
    }
  }
}
