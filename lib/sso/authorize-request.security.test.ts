import { describe, expect, test } from "vitest";
import { answerAddress, parseAuthorize } from "./authorize-request";
import type { CliClient } from "./cli-client";

const client: CliClient = {
  id: "1",
  name: "botocore-client-corp",
  redirectUris: ["http://127.0.0.1/oauth/callback"],
  grantTypes: ["authorization_code", "refresh_token"],
  renewable: true,
  issuedAt: new Date(0),
  expiresAt: new Date(0),
};
const findClient = (clientId: string) => (clientId === "known" ? client : null);

const query = {
  response_type: "code",
  client_id: "known",
  redirect_uri: "http://127.0.0.1:49152/oauth/callback",
  state: "7e4c3f9a-0000-4000-8000-000000000000",
  code_challenge_method: "S256",
  scopes: "sso:account:access",
  code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
};

test("what the AWS CLI asks with is understood", () => {
  expect(parseAuthorize(query, findClient)).toMatchObject({
    kind: "asked",
    request: { redirectUri: query.redirect_uri, state: query.state, codeChallenge: query.code_challenge },
  });
});

describe("while nobody knows whom an answer would reach, the browser goes nowhere", () => {
  test.each([
    ["an unknown client", { client_id: "unknown" }, "authorize_client_unknown"],
    ["no client", { client_id: undefined }, "authorize_client_unknown"],
    ["two clients", { client_id: ["known", "other"] }, "authorize_client_unknown"],
    ["a foreign redirect", { redirect_uri: "https://evil.example/oauth/callback" }, "authorize_redirect_invalid"],
    ["an unregistered path", { redirect_uri: "http://127.0.0.1:1/other" }, "authorize_redirect_invalid"],
    ["no redirect", { redirect_uri: undefined }, "authorize_redirect_invalid"],
    ["two redirects", { redirect_uri: [query.redirect_uri, "https://evil.example/"] }, "authorize_redirect_invalid"],
  ])("%s", (_name, change, reason) => {
    expect(parseAuthorize({ ...query, ...change }, findClient)).toEqual({ kind: "untrusted", reason });
  });
});

describe("then the program itself is told", () => {
  test.each([
    ["PKCE missing", { code_challenge: undefined }, "invalid_request"],
    ["PKCE plain", { code_challenge_method: "plain" }, "invalid_request"],
    ["PKCE of unsaid method", { code_challenge_method: undefined }, "invalid_request"],
    ["PKCE twice", { code_challenge: [query.code_challenge, "x"] }, "invalid_request"],
    ["state missing", { state: undefined }, "invalid_request"],
    ["a token asked for", { response_type: "token" }, "unsupported_response_type"],
  ])("%s", (_name, change, error) => {
    const outcome = parseAuthorize({ ...query, ...change }, findClient);
    expect(outcome).toMatchObject({ kind: "refused", location: expect.stringContaining(`error=${error}`) });
    expect(outcome).toMatchObject({
      location: expect.stringMatching(/^http:\/\/127\.0\.0\.1:49152\/oauth\/callback\?/),
    });
  });

  test("a grant that it did not register", () => {
    const device = { ...client, grantTypes: ["refresh_token"] };
    expect(parseAuthorize(query, () => device)).toMatchObject({
      kind: "refused",
      location: expect.stringContaining("error=unauthorized_client"),
    });
  });
});

test("a state with syntax of its own comes back as it was, and adds no parameter", () => {
  const url = new URL(answerAddress(query.redirect_uri, { code: "c", state: "a&code=evil#x" }));
  expect(url.searchParams.getAll("code")).toEqual(["c"]);
  expect(url.searchParams.get("state")).toBe("a&code=evil#x");
});
