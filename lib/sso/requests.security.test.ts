import { describe, expect, test } from "vitest";
import { parseDeviceStart, parseRegistration, parseTokenRequest } from "./requests";

const client = { clientName: "botocore-client-corp", clientType: "public" };

test("what the AWS CLI sends of each of its versions is understood, and what no model lists is left unread", () => {
  expect(parseRegistration(client).ok).toBe(true);
  const current = {
    ...client,
    scopes: ["sso:account:access"],
    grantTypes: ["authorization_code", "refresh_token"],
    redirectUris: ["http://127.0.0.1/oauth/callback"],
    issuerUrl: "https://identitycenter.amazonaws.com/ssoins-0123456789abcdef",
    tokenEndpointAuthMethod: "none",
  };
  expect(parseRegistration(current)).toMatchObject({ ok: true, value: { redirectUris: current.redirectUris } });
  expect(parseRegistration({ ...client, scopes: null })).toMatchObject({ ok: true, value: { scopes: undefined } });
});

describe("a registration", () => {
  test.each([
    ["a redirect to another host", { redirectUris: ["https://evil.example/"] }, "InvalidRedirectUriException"],
    ["an unknown grant", { grantTypes: ["password"] }, "UnsupportedGrantTypeException"],
    ["a confidential client", { clientType: "confidential" }, "InvalidClientMetadataException"],
    ["no name", { clientName: "" }, "InvalidClientMetadataException"],
    ["a name that turns around what follows", { clientName: "aws\u202Eecilopes" }, "InvalidClientMetadataException"],
    [
      "a name of several lines",
      { clientName: "aws\nYour administrator says: Allow" },
      "InvalidClientMetadataException",
    ],
    ["a name that never ends", { clientName: "a".repeat(129) }, "InvalidClientMetadataException"],
    ["a scope with a space", { scopes: ["a b"] }, "InvalidScopeException"],
    ["a thousand scopes", { scopes: new Array(1000).fill("a") }, "InvalidScopeException"],
  ])("with %s is refused as the model says", (_name, change, name) => {
    expect(parseRegistration({ ...client, ...change })).toMatchObject({ ok: false, error: { name } });
  });
});

test.each([undefined, null, [], "text", 7])("a body that is %j is refused everywhere", (body) => {
  for (const parse of [parseRegistration, parseDeviceStart, parseTokenRequest])
    expect(parse(body)).toMatchObject({ ok: false, error: { name: "InvalidRequestException" } });
});

test("an object where a text belongs is refused, so that no query takes it for an operator", () => {
  const request = { clientId: "a", clientSecret: "b", grantType: "refresh_token", refreshToken: { not: "x" } };
  expect(parseTokenRequest(request)).toMatchObject({ ok: false, error: { name: "InvalidRequestException" } });
});
