import { expect, test } from "vitest";
import { parseDestination } from "./destination";
import { explainDestination } from "./refused-destination";

test.each([
  ["too_long", `https://console.aws.amazon.com/${"a".repeat(2000)}`],
  ["unclear", "https://console.aws.amazon.com/a b"],
  ["unclear", "https:\\\\console.aws.amazon.com"],
  ["unclear", "https://console.aws.amazon.com/\u0000"],
  ["unclear", "https://user@console.aws.amazon.com/"],
  ["unclear", "https://console.aws.amazon.com:444/"],
  ["no_address", "s3/buckets"],
  ["no_address", "https%3A%2F%2Fconsole.aws.amazon.com"],
  ["not_https", "http://console.aws.amazon.com/"],
  ["other_partition", "https://console.amazonaws.cn/s3"],
  ["other_partition", "https://us-gov-west-1.console.amazonaws-us-gov.com/"],
  ["other_site", "https://console.aws.amazon.com.evil.example/"],
  ["other_site", "javascript:alert(1)"],
  ["other_site", "data:text/html,x"],
  ["no_address", "https://\u202econsole.aws.amazon.com/"],
] as const)("%s is what is wrong with %j", (problem, text) => {
  expect(parseDestination(text, { partition: "aws" }).ok).toBe(false);
  expect(explainDestination(text, { partition: "aws" })).toBe(problem);
});
