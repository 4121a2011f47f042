import { describe, expect, test } from "vitest";
import { contentSecurityPolicy } from "./content-security-policy";

const policy = contentSecurityPolicy({ nonce: "abc", endpoints: { console: "http://127.0.0.1:4003/console" } });
const directive = (name: string) => policy.split("; ").find((part) => part.startsWith(`${name} `));

describe("the content security policy", () => {
  test("lets scripts run by nonce only", () => {
    expect(directive("script-src")).toBe("script-src 'self' 'nonce-abc' 'strict-dynamic'");
    expect(policy).not.toContain("unsafe-eval");
  });

  test("lets nobody frame a page", () => {
    expect(directive("frame-ancestors")).toBe("frame-ancestors 'none'");
  });

  test("lets forms lead to the sign-in and console hosts of every partition, and nowhere else", () => {
    const targets = directive("form-action")?.split(" ") ?? [];
    expect(targets).toContain("https://signin.aws.amazon.com");
    expect(targets).toContain("https://*.console.amazonaws.cn");
    expect(targets).toContain("http://127.0.0.1:4003");
    expect(targets.filter((target) => target === "*" || target === "https:")).toEqual([]);
  });
});
