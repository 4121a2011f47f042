import { describe, expect, it } from "vitest";
import { holdsCondition, matchesAction, parseOperator } from "./condition";

const context = new Map(
  Object.entries({
    text: ["Payments"],
    number: ["15"],
    time: ["2026-11-21T10:00:00Z"],
    yes: ["true"],
    ip: ["203.0.113.9"],
    ip6: ["2001:db8::9"],
    arn: ["arn:aws:iam::111111111111:role/team/Developer"],
    many: ["a", "b"],
    "aws:username": ["ada*"],
  }),
);

const holds = (operator: string, key: string, ...values: string[]) =>
  holdsCondition({ operator, key, values }, context, true);

describe("an operator holds", () => {
  it.each([
    ["StringEquals", "TEXT", "Payments"],
    ["StringNotEquals", "text", "payments"],
    ["StringEqualsIgnoreCase", "text", "payments"],
    ["StringNotEqualsIgnoreCase", "text", "x"],
    ["StringLike", "text", "P*m?nts"],
    ["StringNotLike", "text", "X*"],
    ["NumericEquals", "number", "15.0"],
    ["NumericNotEquals", "number", "16"],
    ["NumericLessThan", "number", "16"],
    ["NumericLessThanEquals", "number", "15"],
    ["NumericGreaterThan", "number", "14"],
    ["NumericGreaterThanEquals", "number", "15"],
    ["DateEquals", "time", "1795255200"],
    ["DateNotEquals", "time", "2026-11-22"],
    ["DateLessThan", "time", "2026-11-22"],
    ["DateLessThanEquals", "time", "2026-11-21T10:00:00Z"],
    ["DateGreaterThan", "time", "2026-11-20"],
    ["DateGreaterThanEquals", "time", "2026-11-21T11:00:00+01:00"],
    ["Bool", "yes", "True"],
    ["BinaryEquals", "text", "Payments"],
    ["IpAddress", "ip", "203.0.113.0/24"],
    ["IpAddress", "ip", "203.0.113.9"],
    ["IpAddress", "ip6", "2001:db8::/32"],
    ["NotIpAddress", "ip", "203.0.113.0/29"],
    ["ArnEquals", "arn", "arn:aws:iam::*:role/*"],
    ["ArnLike", "arn", "arn:*:iam::111111111111:role/team/D*"],
    ["ArnNotEquals", "arn", "arn:aws:iam::2*:role/*"],
    ["ArnNotLike", "arn", "arn:aws:iam::2*:role/*"],
    ["Null", "text", "false"],
    ["Null", "absent", "true"],
    ["StringEqualsIfExists", "absent", "x"],
    ["StringNotEquals", "absent", "x"],
    ["ForAnyValue:StringEquals", "many", "b", "c"],
    ["ForAllValues:StringEquals", "many", "a", "b", "c"],
    ["ForAllValues:StringEquals", "absent", "x"],
    ["ForAnyValue:StringEqualsIfExists", "absent", "x"],
    ["ForAnyValue:StringNotEquals", "many", "a"],
  ])("%s %s %s", (operator, key, ...values) => {
    expect(holds(operator, key, ...values)).toBe(true);
  });
});

describe("an operator does not hold", () => {
  it.each([
    ["StringEquals", "text", "payments"],
    ["StringEquals", "text", "P*"],
    ["StringLike", "text", "P*m"],
    ["StringEquals", "absent", "x"],
    ["Bool", "absent", "false"],
    ["NumericEquals", "text", "15"],
    ["DateLessThan", "text", "2026-11-22"],
    ["IpAddress", "ip", "203.0.113.0/33"],
    ["IpAddress", "ip", "0.0.0.0/x"],
    ["IpAddress", "ip6", "203.0.113.0/0"],
    ["ArnLike", "arn", "arn:*:role/team/Developer"],
    ["StringNotEquals", "text", "Payments", "x"],
    ["ForAllValues:StringEquals", "many", "a"],
    ["ForAllValues:StringNotEquals", "many", "a"],
    ["ForAnyValue:StringEquals", "many", "c"],
    ["ForAnyValue:StringEquals", "absent", "x"],
    ["ForAnyValue:StringNotEquals", "absent", "x"],
    ["Null", "text", "true"],
    ["StringFuzzy", "text", "Payments"],
  ])("%s %s %s", (operator, key, ...values) => {
    expect(holds(operator, key, ...values)).toBe(false);
  });

  it("when a key has several values and no quantifier says how to take them", () => {
    expect(holds("StringEquals", "many", "a")).toBe(false);
    expect(holds("StringNotEquals", "many", "x")).toBe(false);
  });
});

describe("policy variables", () => {
  it("are replaced by what the request holds, as text and not as a wildcard", () => {
    const own = new Map([...context, ["path", ["home/ada*"]], ["foreign", ["home/adam"]]]);
    const like = (key: string) =>
      holdsCondition({ operator: "StringLike", key, values: ["home/${aws:username}"] }, own, true);
    expect([like("path"), like("foreign")]).toEqual([true, false]);
  });

  it("have defaults and escapes", () => {
    expect(holds("StringEquals", "text", "${absent, 'Payments'}")).toBe(true);
    expect(holds("StringLike", "aws:username", "ada${*}")).toBe(true);
    expect(holds("StringLike", "text", "Payment${?}")).toBe(false);
  });

  it("equal nothing when they have no value: a plain comparison fails, a negated one holds", () => {
    expect(holds("StringEquals", "text", "${absent}", "Payments")).toBe(false);
    expect(holds("StringNotEquals", "text", "${absent}")).toBe(true);
    expect(holds("StringNotEquals", "text", "${absent}", "Payments")).toBe(false);
  });

  it("are plain text before 2012-10-17", () => {
    expect(
      holdsCondition({ operator: "StringEquals", key: "aws:username", values: ["${aws:username}"] }, context, false),
    ).toBe(false);
  });
});

it.each([
  "stringequals",
  "NullIfExists",
  "ForSomeValue:StringEquals",
  "StringEqualsIfExistsIfExists",
  "constructor",
  ":Bool",
  "",
])("%j is no operator", (name) => expect(parseOperator(name)).toBeNull());

it("matches a pattern of many stars in no time", () => {
  const startedAt = performance.now();
  expect(matchesAction(`sts:${"*a".repeat(200)}b`, `sts:${"a".repeat(5000)}`)).toBe(false);
  expect(performance.now() - startedAt).toBeLessThan(500);
});
