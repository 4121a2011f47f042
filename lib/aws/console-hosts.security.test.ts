import { describe, expect, it } from "vitest";
import { buildConsoleHost, buildSigninHost, isConsoleHost } from "./console-hosts";
import { isPartition, PARTITIONS } from "./partition";

const partitions = Object.keys(PARTITIONS).filter(isPartition);

describe("console hosts", () => {
  it.each([
    ["aws", "console.aws.amazon.com"],
    ["aws", "eu-west-1.console.aws.amazon.com"],
    ["aws", "111111111111-abc123.eu-west-1.console.aws.amazon.com"],
    ["aws-cn", "console.amazonaws.cn"],
    ["aws-cn", "cn-north-1.console.amazonaws.cn"],
    ["aws-us-gov", "us-gov-east-1.console.amazonaws-us-gov.com"],
    ["aws-eusc", "eusc-de-east-1.console.amazonaws-eusc.eu"],
  ] as const)("of %s include %s", (partition, host) => {
    expect(isConsoleHost(partition, host)).toBe(true);
    for (const other of partitions.filter((name) => name !== partition)) expect(isConsoleHost(other, host)).toBe(false);
  });

  it.each([
    "",
    "evil.example",
    "console.aws.amazon.com.evil.example",
    "evilconsole.aws.amazon.com",
    "console.aws.amazon.com.",
    "CONSOLE.aws.amazon.com",
    "console.aws.amazon.com:443",
    ".console.aws.amazon.com",
    "evil.console.aws.amazon.com",
    "cn-north-1.console.aws.amazon.com",
    "x.eu-west-1.console.aws.amazon.com",
    "111111111111.eu-west-1.console.aws.amazon.com",
    "111111111111-abc.console.aws.amazon.com",
    "a.111111111111-abc.eu-west-1.console.aws.amazon.com",
    "console.aws.amazon.com/evil.example",
    "signin.aws.amazon.com",
    "xn--cnsole-h0a.aws.amazon.com",
  ])("destination to a foreign host: %s is not among them", (host) => {
    for (const partition of partitions) expect(isConsoleHost(partition, host)).toBe(false);
  });

  it.each(partitions)("that are built for %s are console hosts of it", (partition) => {
    for (const region of [null, PARTITIONS[partition].defaultRegion, "evil.example/", "ap-south-1", "cn-north-1"]) {
      expect(isConsoleHost(partition, buildConsoleHost(partition, region))).toBe(true);
    }
  });
});

it.each([
  ["aws", null, "signin.aws.amazon.com"],
  ["aws", "us-east-1", "signin.aws.amazon.com"],
  ["aws", "eu-west-1", "eu-west-1.signin.aws.amazon.com"],
  ["aws", "cn-north-1", "signin.aws.amazon.com"],
  ["aws-cn", "cn-northwest-1", "signin.amazonaws.cn"],
  ["aws-us-gov", null, "signin.amazonaws-us-gov.com"],
  ["aws-us-gov", "us-gov-east-1", "us-gov-east-1.signin.amazonaws-us-gov.com"],
  ["aws-eusc", null, "eusc-de-east-1.signin.amazonaws-eusc.eu"],
] as const)("in %s near %s people sign in at %s", (partition, region, host) => {
  expect(buildSigninHost(partition, region)).toBe(host);
});
