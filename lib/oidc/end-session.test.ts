import { describe, expect, test } from "vitest";
import type { OidcMetadata } from "./discovery";
import { buildEndSession } from "./end-session";
import { resolveTokenUse } from "./token-life";

const metadata: OidcMetadata = {
  issuer: "https://idp.example.com",
  authorizationEndpoint: "https://idp.example.com/authorize",
  tokenEndpoint: "https://idp.example.com/token",
  jwksUri: "https://idp.example.com/jwks",
  userinfoEndpoint: null,
  endSessionEndpoint: "https://idp.example.com/logout?tenant=a",
  authorizationResponseIssParameterSupported: false,
};
const base = {
  metadata,
  provider: { clientId: "portal" },
  idToken: null,
  postLogoutRedirectUri: "https://aws.example.com/sign-in",
  state: "s",
};

describe("ending the session at the provider", () => {
  test("posts the ID token as the hint, so that it stands in no address", () => {
    expect(buildEndSession({ ...base, idToken: "a.b.c" })).toEqual({
      binding: "post",
      action: "https://idp.example.com/logout?tenant=a",
      fields: {
        id_token_hint: "a.b.c",
        client_id: "portal",
        post_logout_redirect_uri: "https://aws.example.com/sign-in",
        state: "s",
      },
    });
  });

  test("redirects without a token, keeping the endpoint's own query", () => {
    expect(buildEndSession(base)).toEqual({
      binding: "redirect",
      url: "https://idp.example.com/logout?tenant=a&client_id=portal&post_logout_redirect_uri=https%3A%2F%2Faws.example.com%2Fsign-in&state=s",
    });
  });

  test("is not possible where the provider has no endpoint for it", () => {
    expect(buildEndSession({ ...base, metadata: { ...metadata, endSessionEndpoint: null } })).toBeNull();
  });
});

test("an ID token is live for AWS until a minute before its end, unless STS would never take it", () => {
  const now = new Date("2026-11-21T12:00:00Z");
  const at = (seconds: number) => new Date(now.getTime() + seconds * 1000);
  expect(resolveTokenUse({ idToken: "x", expiresAt: at(61), now })).toBe("live");
  expect(resolveTokenUse({ idToken: "x", expiresAt: at(60), now })).toBe("stale");
  expect(resolveTokenUse({ idToken: "x".repeat(20_001), expiresAt: at(600), now })).toBe("too_long");
});
