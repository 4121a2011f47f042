import { describe, expect, test } from "vitest";
import { buildConsoleHome, parseDestination } from "./destination";

const aws = { partition: "aws" as const };
const accepts = (text: string, at: Parameters<typeof parseDestination>[1] = aws) => parseDestination(text, at).ok;

describe("a destination in the console", () => {
  test.each([
    ["aws", "https://console.aws.amazon.com/s3/home"],
    ["aws", "https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1#Instances:"],
    ["aws", "https://111122223333-abc123.eu-west-1.console.aws.amazon.com/s3/home"],
    ["aws-cn", "https://console.amazonaws.cn/s3/home"],
    ["aws-us-gov", "https://us-gov-east-1.console.amazonaws-us-gov.com/s3/home"],
    ["aws-eusc", "https://eusc-de-east-1.console.amazonaws-eusc.eu/s3/home"],
  ] as const)("of %s: %s", (partition, url) => {
    expect(accepts(url, { partition })).toBe(true);
  });

  test.each([
    "https://evil.example/",
    "https://console.aws.amazon.com.evil.example/",
    "https://evil.example/console.aws.amazon.com",
    "https://evilconsole.aws.amazon.com/",
    "https://console.aws.amazon.com@evil.example/",
    "https://user:pass@console.aws.amazon.com/",
    "https://console.aws.amazon.com:8443/",
    "https://console.aws.amazon.com./",
    "http://console.aws.amazon.com/",
    "//console.aws.amazon.com/",
    "/console/home",
    "https:\\\\console.aws.amazon.com/",
    "https://evil.example\\@console.aws.amazon.com/",
    "https://evil.example%2f@console.aws.amazon.com/",
    "https://console.aws.amazon.com\t.evil.example/",
    " https://console.aws.amazon.com/",
    "https:console.aws.amazon.com",
    "javascript:alert(1)//console.aws.amazon.com",
    "data:text/html,console.aws.amazon.com",
    "https://xn--console-.aws.amazon.com/",
    "https://console.aws%2eamazon.com/",
    "https://%63onsole.aws.amazon.com/",
    "https:///console.aws.amazon.com/",
    "https://@console.aws.amazon.com/",
    "https://:@console.aws.amazon.com/",
    "https://console.aws.amazon.com:443/",
    "https://console.aws.amazon.com:/",
    "https://CONSOLE.aws.amazon.com/",
    "https://\uff43onsole.aws.amazon.com/",
    "https://console\u3002aws.amazon.com/",
    "https://con\u00adsole.aws.amazon.com/",
    "https://сonsole.aws.amazon.com/",
    "https://eu-west-1.evil.console.aws.amazon.com/",
    "https://signin.aws.amazon.com/oauth?redirect_uri=https://evil.example",
    "",
    `https://console.aws.amazon.com/${"a".repeat(3000)}`,
  ])("destination to a foreign host: %j is refused", (url) => {
    expect(accepts(url)).toBe(false);
  });

  test("of another partition is refused", () => {
    expect(accepts("https://console.amazonaws.cn/s3/home")).toBe(false);
    expect(accepts("https://console.aws.amazon.com/", { partition: "aws-us-gov" })).toBe(false);
    expect(accepts("https://cn-north-1.console.aws.amazon.com/")).toBe(false);
  });

  test("with a console configured for tests, only that one counts", () => {
    const at = { ...aws, override: "http://127.0.0.1:4003/console" };
    expect(accepts("http://127.0.0.1:4003/console/s3?x=1", at)).toBe(true);
    expect(accepts("http://127.0.0.1:4003/consoles", at)).toBe(false);
    expect(accepts("http://127.0.0.1:4003/console/../federation", at)).toBe(false);
    expect(accepts("http://127.1:4003/console/s3", at)).toBe(false);
    expect(accepts("http://@127.0.0.1:4003/console/s3", at)).toBe(false);
    expect(accepts("https://console.aws.amazon.com/", at)).toBe(false);
  });
});

test("the console's home is in the Region's own console, of the role's partition", () => {
  expect(buildConsoleHome("eu-west-1", aws)).toBe(
    "https://eu-west-1.console.aws.amazon.com/console/home?region=eu-west-1",
  );
  expect(buildConsoleHome("cn-north-1", { partition: "aws-cn" })).toMatch(
    /^https:\/\/cn-north-1\.console\.amazonaws\.cn\//,
  );
});
