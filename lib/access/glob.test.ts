import { describe, expect, it } from "vitest";
import { matchesGlob, parseGlob } from "./glob";

const matches = (pattern: string, text: string) => {
  const glob = parseGlob(pattern);
  return glob === null ? null : matchesGlob(glob, text);
};

describe("a glob", () => {
  it.each([
    ["*", ""],
    ["*", "anything"],
    ["payments-*", "payments-prod"],
    ["*-prod", "payments-prod"],
    ["p*-*d", "payments-prod"],
    ["**a**", "bab"],
    ["a*a", "aa"],
    ["*ab*ab*", "abab"],
  ])("%s matches %j", (pattern, text) => {
    expect(matches(pattern, text)).toBe(true);
  });

  it.each([
    ["payments-*", "Payments-prod"],
    ["payments-*", "xpayments-prod"],
    ["a*a", "a"],
    ["*ab*ab*", "abxb"],
    ["ab*ba", "aba"],
    ["a*b*c", "acb"],
    ["a.*", "abc"],
    ["a?*", "abc"],
    ["[a]*", "a"],
  ])("%s does not match %j", (pattern, text) => {
    expect(matches(pattern, text)).toBe(false);
  });

  it("is not what a text without * is", () => {
    expect(parseGlob("payments-prod")).toBeNull();
  });
});
