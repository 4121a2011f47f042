import { parseOperator } from "./condition";
import type { ComparedCondition, Problem } from "./explanation";
import { type Listed, names, plain, type Saying, say } from "./saying";
import type { WishCode } from "./sayings-of-findings";

type About = { readonly index: number; readonly sid: string | null };

/** `Statement 1 (“people”)`: counted from 1, as people count. */
export const nameStatement = ({ index, sid }: About): Saying =>
  sid === null ? say("about.statement", { number: index + 1 }) : say("about.named", { number: index + 1, sid });

/** One problem of one statement in a sentence. */
export function describeProblem(problem: Problem, about: About | null, denied: readonly string[]): Saying {
  const statement = about === null ? plain("about.policy") : nameStatement(about);
  const actions = names(denied, "and");
  switch (problem.code) {
    case "principal_differs": {
      const code = problem.except ? "problem.principal_excepted" : "problem.principal_differs";
      const expected = names(Object.values(problem.expected).flat());
      return { code, values: { statement, expected, seen: names(problem.seen.slice(0, 1)) } };
    }
    case "action_not_listed": {
      const code = problem.except ? "problem.action_left_out" : "problem.action_not_listed";
      return { code, values: { statement, actions, expected: names(problem.expected, "and") } };
    }
    case "condition_failed":
      return say("problem.condition_failed", { statement, ...compare(problem) });
    case "explicit_deny": {
      const further = problem.conditions.map((one) => say("problem.denied_by", compare(one)));
      return say("problem.explicit_deny", { statement, actions, further });
    }
    case "nothing_allows":
      return say("problem.nothing_allows", { statement });
    case "duration_exceeded":
      return say("problem.duration_exceeded", { requested: problem.requestedSeconds, maximum: problem.maximumSeconds });
  }
}

const compare = (condition: ComparedCondition) => ({
  wish: describeWish(condition),
  seen: condition.seen === null ? plain("seen.nothing") : say("seen.values", { names: names(condition.seen, "and") }),
});

/** What each comparison asks of the value. */
const WISHES: Readonly<Record<string, WishCode>> = {
  StringEquals: "equals",
  StringNotEquals: "not_equals",
  StringEqualsIgnoreCase: "equals_any_case",
  StringNotEqualsIgnoreCase: "not_equals_any_case",
  StringLike: "matches",
  StringNotLike: "not_matches",
  NumericEquals: "equals",
  NumericNotEquals: "not_equals",
  NumericLessThan: "less",
  NumericLessThanEquals: "at_most",
  NumericGreaterThan: "more",
  NumericGreaterThanEquals: "at_least",
  DateEquals: "equals",
  DateNotEquals: "not_equals",
  DateLessThan: "before",
  DateLessThanEquals: "no_later",
  DateGreaterThan: "after",
  DateGreaterThanEquals: "no_earlier",
  Bool: "equals",
  BinaryEquals: "equals",
  IpAddress: "within",
  NotIpAddress: "not_within",
  ArnEquals: "matches",
  ArnLike: "matches",
  ArnNotEquals: "not_matches",
  ArnNotLike: "not_matches",
};

const SUBJECTS = { ForAllValues: "subject.every", ForAnyValue: "subject.any" } as const;

function describeWish({ operator, key, expected }: ComparedCondition): Saying {
  const parsed = parseOperator(operator);
  if (parsed?.base === "Null") {
    const isAbsent = expected.some((value) => value.toLowerCase() === "true");
    return say(isAbsent ? "wish.absent" : "wish.present", { key });
  }
  const quantifier = parsed?.quantifier ?? null;
  const subject = say(quantifier === null ? "subject.one" : SUBJECTS[quantifier], { key });
  const values: { readonly subject: Saying; readonly expected: Listed } = { subject, expected: names(expected) };
  return say(`wish.${WISHES[parsed?.base ?? ""] ?? "equals"}`, values);
}
