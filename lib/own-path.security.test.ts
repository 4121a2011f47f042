import { describe, expect, test } from "vitest";
import { ownPath } from "./own-path";

const PORTAL = "https://aws.example.com";

describe("RelayState and callbackUrl to foreign hosts", () => {
  test.each(["/", "/activity", "/go?account=1&role=Dev#x"])("%s is a place in the portal", (text) => {
    expect(ownPath(text, PORTAL)).toBe(text);
  });

  test.each([
    "",
    "https://evil.example/",
    "//evil.example/",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/ /evil.example",
    "javascript:alert(1)",
    "/.//evil.example",
    "activity",
    "/\u0000",
  ])("%j is not", (text) => {
    expect(ownPath(text, PORTAL)).toBeNull();
  });
});
