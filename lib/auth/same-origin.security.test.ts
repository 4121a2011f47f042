import { describe, expect, test } from "vitest";
import { requireSameOrigin } from "./same-origin";

const PORTAL = "https://aws.example.com";
const check = (headers: Record<string, string>) => requireSameOrigin(new Headers(headers), PORTAL).ok;

describe("CSRF: credentials or console by foreign POST", () => {
  test("the portal's own page passes", () => {
    expect(check({ origin: PORTAL, "sec-fetch-site": "same-origin" })).toBe(true);
    expect(check({ origin: PORTAL })).toBe(true);
  });

  test.each([
    ["no Origin at all", {}],
    ["a foreign Origin", { origin: "https://evil.example" }],
    ["a null Origin, as a sandboxed frame sends it", { origin: "null" }],
    ["a subdomain", { origin: "https://evil.aws.example.com" }],
    ["a prefix", { origin: "https://aws.example.com.evil.example" }],
    ["another scheme", { origin: "http://aws.example.com" }],
    ["another port", { origin: "https://aws.example.com:8443" }],
    ["a same-site but foreign page", { origin: PORTAL, "sec-fetch-site": "same-site" }],
    ["a cross-site fetch that claims our Origin", { origin: PORTAL, "sec-fetch-site": "cross-site" }],
    ["an Origin that only the Host header matches", { origin: "https://evil.example", host: "evil.example" }],
  ])("%s is refused", (_name, headers) => {
    expect(check(headers)).toBe(false);
  });
});
