import { readNumber, readTimeMs } from "./comparable";
import { isInRange } from "./ip-address";
import { toPlainText } from "./policy-variables";
import { matchesPattern, type PatternPart } from "./wildcard";

type Compare = (seen: string, expected: readonly PatternPart[]) => boolean;
export type Operator = {
  readonly matches: Compare;
  /** `StringNotEquals` and kin: true when no value matches, and when the key is absent. */
  readonly negated: boolean;
  /** Policy variables are replaced in string, ARN and Boolean comparisons only. */
  readonly variables: boolean;
};

const onText =
  (compare: (seen: string, expected: string) => boolean): Compare =>
  (seen, expected) =>
    compare(seen, toPlainText(expected));

const compareNumbers = (compare: (seen: number, expected: number) => boolean): Compare =>
  onText((seen, expected) => compare(readNumber(seen), readNumber(expected)));

const compareTimes = (compare: (seen: number, expected: number) => boolean): Compare =>
  onText((seen, expected) => compare(readTimeMs(seen), readTimeMs(expected)));

/** ArnEquals and ArnLike do the same: each of the six parts is matched by itself, so `*` never spans a colon before the last. */
const matchesArn: Compare = (seen, expected) => {
  const [seenParts, patterns] = [splitArn([seen]), splitArn(expected)];
  return patterns.every((pattern, index) => matchesPattern(pattern, toPlainText(seenParts[index] ?? [])));
};

function splitArn(arn: readonly PatternPart[]): PatternPart[][] {
  const fields: PatternPart[][] = [[]];
  for (const part of arn) {
    const pieces = typeof part === "string" ? part.split(":") : [part];
    pieces.forEach((piece, index) => {
      if (index > 0 && fields.length < 6) fields.push([piece]);
      else if (index > 0) fields.at(-1)?.push(":", piece);
      else fields.at(-1)?.push(piece);
    });
  }
  return Array.from({ length: 6 }, (_, index) => fields[index] ?? []);
}

const sameText = onText((seen, expected) => seen === expected);
const sameLetters = onText((seen, expected) => seen.toLowerCase() === expected.toLowerCase());
const like: Compare = (seen, expected) => matchesPattern(expected, seen);
const inRange = onText(isInRange);
const numbersEqual = compareNumbers((seen, expected) => seen === expected);
const timesEqual = compareTimes((seen, expected) => seen === expected);

const text = (matches: Compare): Operator => ({ matches, negated: false, variables: true });
const plain = (matches: Compare): Operator => ({ matches, negated: false, variables: false });
const not = (operator: Operator): Operator => ({ ...operator, negated: true });

/** IAM's comparisons, without set prefix and `IfExists`. IAM User Guide, reference_policies_elements_condition_operators. */
export const OPERATORS: Readonly<Record<string, Operator>> = {
  StringEquals: text(sameText),
  StringNotEquals: not(text(sameText)),
  StringEqualsIgnoreCase: text(sameLetters),
  StringNotEqualsIgnoreCase: not(text(sameLetters)),
  StringLike: text(like),
  StringNotLike: not(text(like)),
  NumericEquals: plain(numbersEqual),
  NumericNotEquals: not(plain(numbersEqual)),
  NumericLessThan: plain(compareNumbers((seen, expected) => seen < expected)),
  NumericLessThanEquals: plain(compareNumbers((seen, expected) => seen <= expected)),
  NumericGreaterThan: plain(compareNumbers((seen, expected) => seen > expected)),
  NumericGreaterThanEquals: plain(compareNumbers((seen, expected) => seen >= expected)),
  DateEquals: plain(timesEqual),
  DateNotEquals: not(plain(timesEqual)),
  DateLessThan: plain(compareTimes((seen, expected) => seen < expected)),
  DateLessThanEquals: plain(compareTimes((seen, expected) => seen <= expected)),
  DateGreaterThan: plain(compareTimes((seen, expected) => seen > expected)),
  DateGreaterThanEquals: plain(compareTimes((seen, expected) => seen >= expected)),
  Bool: text(sameLetters),
  BinaryEquals: plain(sameText),
  IpAddress: plain(inRange),
  NotIpAddress: not(plain(inRange)),
  ArnEquals: text(matchesArn),
  ArnLike: text(matchesArn),
  ArnNotEquals: not(text(matchesArn)),
  ArnNotLike: not(text(matchesArn)),
};
