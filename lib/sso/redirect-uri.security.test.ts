import { describe, expect, test } from "vitest";
import { isRegistered, parseRedirectUri } from "./redirect-uri";

const REGISTERED = ["http://127.0.0.1/oauth/callback"];

describe("a redirect to anything but the person's own machine", () => {
  test.each([
    "https://evil.example/oauth/callback",
    "http://evil.example/oauth/callback",
    "http://127.0.0.1.evil.example/oauth/callback",
    "http://127.0.0.1@evil.example/oauth/callback",
    "http://user:pass@127.0.0.1/oauth/callback",
    "http://localhost/oauth/callback",
    "https://127.0.0.1/oauth/callback",
    "http://10.0.0.1/oauth/callback",
    "http://127.0.0.2/oauth/callback",
    "http://[::2]/oauth/callback",
    "javascript:alert(1)//127.0.0.1",
    "data:text/html,127.0.0.1",
    "custom-scheme://127.0.0.1/oauth/callback",
    "//127.0.0.1/oauth/callback",
    "http://127.0.0.1/oauth/callback#fragment",
    "http://127.0.0.1/oauth/callback#",
    "",
    `http://127.0.0.1/${"a".repeat(400)}`,
  ])("%s is none", (uri) => {
    expect(parseRedirectUri(uri)).toBeNull();
    expect(isRegistered(uri, [uri])).toBe(false);
  });
});

describe("a redirect that was not registered", () => {
  test.each([
    "http://127.0.0.1:49152/other",
    "http://127.0.0.1:49152/oauth/callback/more",
    "http://127.0.0.1:49152/oauth/callback?next=x",
    "http://[::1]:49152/oauth/callback",
    "http://127.0.0.1:49152/oauth/../callback",
    "http://127.0.0.1:49152\\@evil.example/oauth/callback",
  ])("%s is refused", (uri) => expect(isRegistered(uri, REGISTERED)).toBe(false));

  test("none is registered when the program named none", () => {
    expect(isRegistered("http://127.0.0.1:49152/oauth/callback", [])).toBe(false);
  });
});

test.each([
  "http://127.0.0.1:49152/oauth/callback",
  "http://127.0.0.1/oauth/callback",
  "http://127.0.0.1:80/oauth/callback",
])("%s is the registered one, whatever its port", (uri) => expect(isRegistered(uri, REGISTERED)).toBe(true));
