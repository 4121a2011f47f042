import { describe, expect, test } from "vitest";
import { compileScope } from "./compile-scope";
import { inEnglish } from "./fixtures/english";
import { AT, ROLE } from "./fixtures/moments";
import { scopeSchema } from "./scope";
import { validatePolicy } from "./validate-policy";

/** The best of several runs: what the work takes, without what else the machine does. */
function fastestMs(work: () => void): number {
  const runs = Array.from({ length: 20 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...runs);
}

const first = (text: string) =>
  validatePolicy(text)
    .problems.slice(0, 1)
    .map(({ message }) => inEnglish(message))[0];

describe("pasted text", () => {
  test("of 200 kB is refused at once, with its length", () => {
    const text = JSON.stringify({
      Statement: Array.from({ length: 3000 }, () => ({ Effect: "Allow", Action: "s3:Get*" })),
    });
    const padded = text.padEnd(200_000);
    expect(first(padded)).toBe("This has 200,000 characters. AWS takes 2,048, white space not counted.");
    expect(fastestMs(() => validatePolicy(padded))).toBeLessThan(20);
  });

  test.each([
    ["arrays", "[".repeat(1000)],
    ["closed arrays", "[".repeat(1000) + "]".repeat(1000)],
    ["objects", '{"a":'.repeat(1000)],
    ["a statement", `{"Statement":${'{"Condition":'.repeat(1000)}1${"}".repeat(1001)}`],
  ])("nested a thousand deep in %s is refused in words", (_name, text) => {
    expect(first(text)).toBe("Nested more than 32 levels deep; a policy needs seven.");
  });

  test("of the longest length that is read takes less than 20 ms", () => {
    const worst = [
      JSON.stringify({ Statement: Array.from({ length: 300 }, () => ({ Effect: "Allow", Sid: "a", x: ["*:"] })) }),
      `{"Statement":{"Action":"${"*".repeat(19_900)}"}}`,
      `{"Statement":{"Resource":"${"arn:".repeat(4900)}"}}`,
      `{${'"a":1,'.repeat(3300)}"a":1}`,
      '"'.repeat(20_000),
      `{"Statement":{"Condition":{"${"ForAllValues:".repeat(1500)}":1}}}`,
    ];
    for (const text of worst) {
      expect(text.length).toBeLessThanOrEqual(20_000);
      expect(fastestMs(() => validatePolicy(text))).toBeLessThan(20);
    }
  });

  test("with a thousand problems lists fifty", () => {
    const text = JSON.stringify(Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`x${index}`, 1])));
    expect(validatePolicy(text).problems).toHaveLength(50);
  });

  test("comes back in a message only in part", () => {
    const text = JSON.stringify({ Statement: { Effect: "Allow", Action: "x".repeat(5000), Resource: "*" } });
    for (const { message } of validatePolicy(text).problems) expect(inEnglish(message).length).toBeLessThan(200);
  });

  test.each(["__proto__", "constructor", "toString", "hasOwnProperty"])("with a member %s is no element", (name) => {
    const text = `{"Version":"2012-10-17","${name}":{"Effect":"Allow"},"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}`;
    expect(first(text)).toContain("is not an element of a policy");
    const operator = `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"${name}":{"a:b":"c"}}}}`;
    expect(first(operator)).toContain("is not a condition operator");
  });
});

describe("a scope from a stranger", () => {
  test.each([
    ["an unknown part", { admin: true }],
    ["a service with a wildcard", { services: ["*"] }],
    ["a service that breaks out of its text", { services: ['s3:*","*'] }],
    ["a service in capitals", { services: ["S3"] }],
    ["too many services", { services: Array.from({ length: 21 }, (_, index) => `s${index}`) }],
    ["a Region that is a wildcard", { region: "*" }],
    ["a Region that is a list", { region: ["eu-west-1"] }],
    ["a time in words", { until: "tomorrow" }],
    ["a time with an offset", { until: "2026-11-21T12:00:00+02:00" }],
    ["a day that there is not", { until: "2026-02-30T12:00:00Z" }],
    ["a text for a yes", { readOnly: "true" }],
    ["custom JSON that is too long", { custom: "x".repeat(20_001) }],
    ["custom JSON with NUL", { custom: '{"a":"\0"}' }],
    ["custom JSON with half a character", { custom: "\ud800" }],
    ["custom JSON that is an object", { custom: { Statement: [] } }],
    ["undefined for a value", { region: undefined }],
    ["a list", []],
    ["nothing", null],
  ])("with %s is refused", (_name, scope) => {
    expect(scopeSchema.safeParse(scope).success).toBe(false);
  });

  test("with every part is read as it is", () => {
    const scope = {
      readOnly: false,
      region: "eusc-de-east-1",
      services: ["s3"],
      noIam: true,
      until: "2026-11-21T12:00:00.000Z",
      myAddress: true,
      custom: "{}",
    };
    expect(scopeSchema.parse(scope)).toEqual(scope);
    expect(scopeSchema.parse({})).toEqual({});
  });
});

describe("the address", () => {
  const compile = (address: string | null, allowPrivate = false) =>
    compileScope({ myAddress: true }, {}, ROLE, { ...AT, address, allowPrivate });

  test.each([
    ...["10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "127.0.0.1", "169.254.1.1", "100.64.0.1", "0.0.0.0"],
    ...["224.0.0.1", "255.255.255.255", "198.18.0.1", "::1", "::", "fe80::1", "fd00::1", "fc00::1", "ff02::1"],
    ...["::ffff:10.0.0.1", "::ffff:a00:1", "0:0:0:0:0:0:0:1"],
  ])("%s is none that AWS sees", (address) => {
    const compiled = compile(address);
    expect(compiled.ok ? null : [compiled.error.code, compiled.error.field]).toEqual([
      "scope_address_not_public",
      "myAddress",
    ]);
  });

  test.each([
    null,
    "",
    "unknown",
    "203.0.113.7/0",
    "203.0.113.256",
    "203.0.113",
    "1.2.3.4.5",
    "0x7f000001",
    '203.0.113.7","*',
    "::g",
    "fe80::1%eth0",
    "1::2::3",
  ])("%j is none at all", (address) => {
    const compiled = compile(address);
    expect(compiled.ok ? null : compiled.error.code).toBe("scope_address_unknown");
  });

  test.each([
    ["203.0.113.7", "203.0.113.7/32"],
    ["172.32.0.1", "172.32.0.1/32"],
    ["::ffff:203.0.113.7", "203.0.113.7/32"],
    ["2001:DB8::1", "2001:db8::/64"],
    ["2a00:1450:4001:81b:0:0:0:200e", "2a00:1450:4001:81b::/64"],
  ])("%s becomes %s", (address, cidr) => {
    const compiled = compile(address);
    expect(compiled.ok && compiled.value.policy).toContain(`{"aws:SourceIp":"${cidr}"}`);
  });

  test("reached by IPv6 comes with a warning", () => {
    const compiled = compile("2001:db8::1");
    expect(compiled.ok && compiled.value.warnings.map(inEnglish)).toEqual([expect.stringContaining("IPv6")]);
  });

  test("on the same machine is taken only where that is said", () => {
    for (const [address, cidr] of [
      ["127.0.0.1", "127.0.0.1/32"],
      ["::1", "::1/128"],
    ] as const) {
      const compiled = compile(address, true);
      expect(compiled.ok && compiled.value.policy).toContain(`{"aws:SourceIp":"${cidr}"}`);
    }
  });
});
