import { phrase } from "./phrase";
import { type At, type Findings, finding, listValues, nearest, quote, readMembers } from "./policy-findings";

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
  if (node.type !== "Object") return yield finding({ node, path }, phrase("conditionObject"));
  for (const [operator, keys] of readMembers({ node, path })) {
    if (!isOperator(operator)) {
      const near = nearest(baseOf(operator), OPERATORS);
      yield finding(keys, phrase("operator", { name: quote(operator), ...near }));
    }
    yield* checkKeys(keys);
  }
}

function* checkKeys({ node, path }: At): Findings {
  if (node.type !== "Object") return yield finding({ node, path }, phrase("operatorObject"));
  for (const [key, values] of readMembers({ node, path })) {
    if (!/^[\w-]+:./.test(key)) {
      yield finding(values, phrase("conditionKey", { name: quote(key) }));
    }
    for (const value of listValues(values)) {
      if (!SCALARS.includes(value.node.type)) yield finding(value, phrase("conditionValue"));
    }
  }
}
