import { describe, expect, test } from "vitest";
import { listPolicyLines } from "./policy-lines";

const one = { Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole" };

describe("the lines of a trust policy", () => {
  test.each([
    ["several statements", { Version: "2012-10-17", Statement: [one, { ...one, Sid: "b" }], Id: "x" }],
    ["one in a list", { Statement: [one] }],
    ["one alone", { Version: "2012-10-17", Statement: one }],
  ])("are the document itself as indented JSON: %s", (_name, document) => {
    const text = listPolicyLines(JSON.stringify(document)).map((line) => line.text);
    expect(text.join("\n")).toBe(JSON.stringify(document, null, 2));
  });

  test("know their statement, and what belongs to none", () => {
    const lines = listPolicyLines({ Version: "2012-10-17", Statement: [one, one] });
    const of = (statement: number | null) => lines.filter((line) => line.statement === statement).length;
    expect([of(0), of(1), of(null)]).toEqual([7, 7, 5]);
    expect(listPolicyLines({ Statement: one }).filter(({ statement }) => statement === 0)).toHaveLength(7);
  });
});
