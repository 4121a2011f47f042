import type { z } from "zod";
import { OPERATORS } from "./condition-operators";
import { findNearest } from "./nearest-name";

const ELEMENTS = [
  "Version",
  "Id",
  "Statement",
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Condition",
  "AWS",
  "Federated",
  "Service",
];

const HINTS: Readonly<Record<string, string>> = {
  Resource: "a trust policy has no Resource, it is about the role that it belongs to; take it out",
  NotResource: "a trust policy has no NotResource; take it out",
  Role: "this looks like the answer of iam:GetRole; paste only its AssumeRolePolicyDocument",
  AssumeRolePolicyDocument: "paste only the value of AssumeRolePolicyDocument",
  CanonicalUser: "a role is not trusted by a CanonicalUser; name AWS, Federated or Service",
};

/** `StringEqual is not a condition operator: write StringEquals`. */
export function describeOperator(operator: string, isSuggesting: boolean): string {
  const nearest = isSuggesting && operator.length <= 64 ? findNearest(operator, listOperators()) : null;
  return nearest === null
    ? "is not a condition operator: write one of IAM's, like StringEquals"
    : `is not a condition operator: write \`${nearest}\``;
}

function listOperators(): string[] {
  const bases = Object.keys(OPERATORS).flatMap((base) => [base, `${base}IfExists`]);
  return [
    "Null",
    ...["", "ForAnyValue:", "ForAllValues:"].flatMap((prefix) => bases.map((base) => `${prefix}${base}`)),
  ];
}

/** zod's findings in words that say what to change; `undefined` leaves a schema's own words. */
export function describeIssue(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.slice(0, 5).map(describeElement).join("; ");
  }
  if (issue.code === "invalid_value") {
    const values = issue.values.map((value) => `"${String(value)}"`).join(" or ");
    return issue.input === undefined ? `is missing: write ${values}` : `must be ${values}, in this spelling`;
  }
  if (issue.code === "too_small") return "is empty: write a value or take it out";
  if (issue.code !== "invalid_type") return undefined;
  const wanted = WANTED[issue.expected] ?? issue.expected;
  return issue.input === undefined ? `is missing: it must be ${wanted}` : `must be ${wanted}`;
}

const WANTED: Readonly<Record<string, string>> = {
  object: "an object in braces { … }",
  record: "an object in braces { … }",
  string: "a text in quotes",
  array: "a list in brackets [ … ]",
};

function describeElement(key: string): string {
  const name = key.slice(0, 64);
  const hint = Object.hasOwn(HINTS, name) ? HINTS[name] : undefined;
  if (hint !== undefined) return `has no place for \`${name}\`: ${hint}`;
  const nearest = findNearest(name, ELEMENTS);
  return `has no place for \`${name}\`: ${nearest === null ? "take it out" : `write \`${nearest}\``}`;
}
