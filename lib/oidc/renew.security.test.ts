import { createLocalJWKSet } from "jose";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { fetchMetadata } from "./discovery";
import { type Answer, inSeconds, makeKey, NOW, signIdToken, startIdentityProvider } from "./fixtures/identity-provider";
import { configuredProvider } from "./fixtures/provider";
import { renewIdToken } from "./renew";
import { fetchUserinfo } from "./userinfo";

let key: Awaited<ReturnType<typeof makeKey>>;
let idp: Awaited<ReturnType<typeof startIdentityProvider>>;
let asked: { authorization: string | undefined; body: URLSearchParams } | null = null;
beforeAll(async () => {
  key = await makeKey("k1");
});
beforeEach(async () => {
  idp = await startIdentityProvider([key]);
  asked = null;
});
afterEach(() => idp.close());

async function metadataOf() {
  const metadata = await fetchMetadata(idp.issuer, fetch);
  if (!metadata.ok) throw new Error("no metadata");
  return metadata.value;
}

async function renew(answer: Answer, overrides: Record<string, unknown> = {}) {
  idp.answer("/token", ({ headers, body }) => {
    asked = { authorization: headers.authorization, body: new URLSearchParams(body) };
    return answer;
  });
  const provider = configuredProvider({ issuer: idp.issuer, clientSecret: "p:w &ü", ...overrides });
  const jwks = createLocalJWKSet({ keys: [key.jwk] });
  const metadata = await metadataOf();
  return renewIdToken({ refreshToken: "r1", subject: "s1", provider, metadata, jwks, fetch, now: NOW });
}
const token = (claims: Record<string, unknown> = {}) => signIdToken(key, { iss: idp.issuer, ...claims });

describe("renewing an ID token", () => {
  test("gives the new token, its times, and the refresh token to use next", async () => {
    const idToken = await token();
    expect(await renew({ body: { id_token: idToken } })).toEqual({
      ok: true,
      value: {
        idToken,
        idTokenIssuedAt: new Date(inSeconds(-5) * 1000),
        idTokenExpiresAt: new Date(inSeconds(300) * 1000),
        refreshToken: "r1",
      },
    });
    expect(await renew({ body: { id_token: idToken, refresh_token: "r2" } })).toMatchObject({
      value: { refreshToken: "r2" },
    });
    expect(Object.fromEntries(asked?.body ?? [])).toEqual({ grant_type: "refresh_token", refresh_token: "r1" });
  });

  test("proves the client in the configured way", async () => {
    const answer = { body: { id_token: await token() } };
    await renew(answer);
    expect(asked?.authorization).toBe(`Basic ${Buffer.from("portal:p%3Aw+%26%C3%BC").toString("base64")}`);
    await renew(answer, { tokenEndpointAuthMethod: "client_secret_post" });
    expect(asked?.authorization).toBeUndefined();
    expect(asked?.body.get("client_secret")).toBe("p:w &ü");
    await renew(answer, { clientSecret: undefined });
    expect(asked?.authorization).toBeUndefined();
    expect([...(asked?.body.keys() ?? [])]).toEqual(["grant_type", "refresh_token", "client_id"]);
  });

  test("refresh answering another sub is refused", async () => {
    const answer = { body: { id_token: await token({ sub: "someone-else" }) } };
    expect(await renew(answer)).toMatchObject({ error: { code: "oidc_refresh_subject_mismatch" } });
  });

  test("refresh answering a token that does not verify is refused", async () => {
    const forged = await signIdToken(await makeKey("k1"), { iss: idp.issuer });
    expect(await renew({ body: { id_token: forged } })).toMatchObject({ error: { code: "oidc_signature_invalid" } });
    const foreign = await token({ iss: "https://evil.example.com" });
    expect(await renew({ body: { id_token: foreign } })).toMatchObject({ error: { code: "oidc_issuer_mismatch" } });
  });

  test.each<[Answer, string]>([
    [{ status: 400, body: { error: "invalid_grant" } }, "oidc_refresh_refused"],
    [{ status: 401, body: { error: "invalid_client" } }, "oidc_client_refused"],
    [{ status: 500, body: { error: "server_error" } }, "idp_unavailable"],
    [{ status: 400, text: "<html>" }, "idp_unavailable"],
    [{ text: "<html>" }, "idp_unavailable"],
    [{ status: 307, headers: { location: "https://evil.example.com" } }, "idp_unavailable"],
    [{ body: { access_token: "a" } }, "oidc_refresh_without_id_token"],
    [{ body: { id_token: 7 } }, "idp_unavailable"],
  ])("the answer %j is %s", async (answer, code) => {
    expect(await renew(answer)).toMatchObject({ ok: false, error: { code } });
  });
});

describe("userinfo", () => {
  const ask = async (answer: Answer) => {
    idp.answer("/userinfo", ({ headers }) => (headers.authorization === "Bearer at" ? answer : { status: 401 }));
    return fetchUserinfo({ accessToken: "at", metadata: await metadataOf(), fetch });
  };

  test("is asked with the access token and answers claims", async () => {
    expect(await ask({ body: { sub: "s1" } })).toEqual({ ok: true, value: { sub: "s1" } });
  });

  test.each<[Answer, string]>([
    [{ status: 401 }, "oidc_userinfo_invalid"],
    [{ text: "eyJhbGciOiJub25lIn0.e30." }, "oidc_userinfo_invalid"],
    [{ text: "x".repeat(600_000) }, "idp_unavailable"],
  ])("the answer %# is refused", async (answer, code) => {
    expect(await ask(answer)).toMatchObject({ ok: false, error: { code } });
  });
});
