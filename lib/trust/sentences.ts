import { parseOperator } from "./condition";
import type { ComparedCondition, Problem } from "./explanation";

type About = { readonly index: number; readonly sid: string | null };

/** `Statement 1 (“people”)`: counted from 1, as people count. */
export const nameStatement = (statement: About): string =>
  `Statement ${statement.index + 1}${statement.sid === null ? "" : ` (“${statement.sid}”)`}`;

const quote = (text: string): string => `\`${text}\``;

/** `a`, `b` or `c`, each between backticks. */
export function listNames(names: readonly string[], word: "or" | "and" = "or"): string {
  const quoted = names.map(quote);
  return quoted.length < 2 ? quoted.join("") : `${quoted.slice(0, -1).join(", ")} ${word} ${quoted.at(-1)}`;
}

/** One problem of one statement in a sentence. */
export function describeProblem(problem: Problem, statement: About | null, actions: readonly string[]): string {
  const name = statement === null ? "The policy" : nameStatement(statement);
  switch (problem.code) {
    case "principal_differs":
      return `${name} trusts ${problem.except ? "everyone but " : ""}${listNames(Object.values(problem.expected).flat())}; the request came from ${listNames(problem.seen.slice(0, 1))}.`;
    case "action_not_listed":
      return `${name} does not allow ${listNames(actions, "and")}; it ${problem.except ? "leaves out" : "lists"} ${listNames(problem.expected, "and")}.`;
    case "condition_failed":
      return `${name} wants ${describeWish(problem)}; ${describeSeen(problem.seen)}.`;
    case "explicit_deny":
      return `${name} denies ${listNames(actions, "and")} to this caller, and a Deny wins over every Allow.${problem.conditions.map((one) => ` It asks for ${describeWish(one)}; ${describeSeen(one.seen)}.`).join("")}`;
    case "nothing_allows":
      return `${name} has no statement that allows anything.`;
    case "duration_exceeded":
      return `The request asked for ${problem.requestedSeconds} seconds; the role's maximum session duration is ${problem.maximumSeconds} seconds.`;
  }
}

const describeSeen = (seen: readonly string[] | null): string =>
  seen === null ? "the request did not have it" : `the request had ${listNames(seen, "and")}`;

/** What each comparison asks of the value, before the expected values. */
const WISHES: Readonly<Record<string, string>> = {
  StringEquals: "to be",
  StringNotEquals: "not to be",
  StringEqualsIgnoreCase: "to be, in upper or lower case,",
  StringNotEqualsIgnoreCase: "not to be, in upper or lower case,",
  StringLike: "to match",
  StringNotLike: "not to match",
  NumericEquals: "to be",
  NumericNotEquals: "not to be",
  NumericLessThan: "to be less than",
  NumericLessThanEquals: "to be at most",
  NumericGreaterThan: "to be more than",
  NumericGreaterThanEquals: "to be at least",
  DateEquals: "to be",
  DateNotEquals: "not to be",
  DateLessThan: "to be before",
  DateLessThanEquals: "to be no later than",
  DateGreaterThan: "to be after",
  DateGreaterThanEquals: "to be no earlier than",
  Bool: "to be",
  BinaryEquals: "to be",
  IpAddress: "to be in",
  NotIpAddress: "not to be in",
  ArnEquals: "to match",
  ArnLike: "to match",
  ArnNotEquals: "not to match",
  ArnNotLike: "not to match",
};

function describeWish(problem: ComparedCondition): string {
  const parsed = parseOperator(problem.operator);
  const key = quote(problem.key);
  if (parsed?.base === "Null") {
    return problem.expected.some((value) => value.toLowerCase() === "true")
      ? `${key} to be absent`
      : `${key} to be there`;
  }
  const subject =
    parsed?.quantifier === "ForAllValues"
      ? `every value of ${key}`
      : parsed?.quantifier === "ForAnyValue"
        ? `a value of ${key}`
        : key;
  return `${subject} ${WISHES[parsed?.base ?? ""] ?? "to be"} ${listNames(problem.expected)}`;
}
