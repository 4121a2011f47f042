import { createLocalJWKSet, exportSPKI, generateKeyPair, importSPKI, SignJWT, UnsecuredJWT } from "jose";
import { beforeAll, describe, expect, test } from "vitest";
import { inSeconds, makeKey, NOW, signIdToken } from "./fixtures/identity-provider";
import { configuredProvider } from "./fixtures/provider";
import { type IdTokenCheck, verifyIdToken } from "./id-token";

const ISSUER = "https://idp.example.com";
let key: Awaited<ReturnType<typeof makeKey>>;
let other: Awaited<ReturnType<typeof makeKey>>;
beforeAll(async () => {
  [key, other] = await Promise.all([makeKey("k1"), makeKey("k2")]);
});

async function codeOf(idToken: string, overrides: Partial<IdTokenCheck> = {}) {
  const jwks = createLocalJWKSet({ keys: [key.jwk] });
  const check = { idToken, provider: configuredProvider(), jwks, now: NOW, expectedIssuer: ISSUER, nonce: "n" };
  const verified = await verifyIdToken({ ...check, ...overrides });
  return verified.ok ? "accepted" : verified.error.code;
}
const sign = (claims: Record<string, unknown> = {}, header: Record<string, unknown> = {}, by = key) =>
  signIdToken(by, { iss: ISSUER, nonce: "n", ...claims }, header);

describe("an honest ID token", () => {
  test("is accepted, with one audience or several, within the clock skew", async () => {
    expect(await codeOf(await sign())).toBe("accepted");
    expect(await codeOf(await sign({ aud: ["portal", "other"], azp: "portal" }))).toBe("accepted");
    expect(await codeOf(await sign({ aud: ["portal"] }, { typ: "jwt" }))).toBe("accepted");
    expect(await codeOf(await sign({ exp: inSeconds(-59), nbf: inSeconds(59), iat: inSeconds(59) }))).toBe("accepted");
  });

  test("with 5,000 groups is accepted", async () => {
    const groups = Array.from({ length: 5000 }, (_, index) => `group-with-a-long-name-${index}`);
    expect(await codeOf(await sign({ groups }))).toBe("accepted");
  });

  test("of a shared endpoint is accepted from the tenants that are listed", async () => {
    const expectedIssuer = "https://login.example.com/{tenantid}/v2.0";
    const provider = configuredProvider({ allowedTenants: ["AAAA-1111"] });
    const token = await sign({ iss: "https://login.example.com/aaaa-1111/v2.0", tid: "aaaa-1111" });
    expect(await codeOf(token, { expectedIssuer, provider })).toBe("accepted");
  });
});

describe("signature", () => {
  test("alg none is refused", async () => {
    const token = new UnsecuredJWT({ iss: ISSUER, sub: "s1", aud: "portal", nonce: "n" })
      .setIssuedAt(inSeconds(0))
      .setExpirationTime(inSeconds(300))
      .encode();
    expect(await codeOf(token)).toMatch(/oidc_(algorithm_refused|token_malformed)/);
  });

  test("HS256 with the public key as its secret is refused", async () => {
    const { publicKey } = await generateKeyPair("RS256", { extractable: true });
    const pem = await exportSPKI(await importSPKI(await exportSPKI(publicKey), "RS256", { extractable: true }));
    const token = await new SignJWT({ iss: ISSUER, sub: "s1", aud: "portal", nonce: "n" })
      .setProtectedHeader({ alg: "HS256", kid: "k1" })
      .setIssuedAt(inSeconds(0))
      .setExpirationTime(inSeconds(300))
      .sign(new TextEncoder().encode(pem));
    expect(await codeOf(token)).toBe("oidc_algorithm_refused");
  });

  test("another algorithm than the configured one is refused, although its key is published", async () => {
    const ec = await makeKey("k1", "ES256");
    const jwks = createLocalJWKSet({ keys: [key.jwk, ec.jwk] });
    expect(await codeOf(await sign({}, {}, ec), { jwks })).toBe("oidc_algorithm_refused");
  });

  test("an unknown kid is refused", async () => {
    expect(await codeOf(await sign({}, {}, other))).toBe("oidc_key_unknown");
  });

  test("no kid with several keys is refused", async () => {
    const jwks = createLocalJWKSet({ keys: [key.jwk, other.jwk] });
    expect(await codeOf(await sign({}, { kid: undefined }), { jwks })).toBe("oidc_key_unknown");
  });

  test("another key under a known kid is refused", async () => {
    expect(await codeOf(await sign({}, { kid: "k1" }, other))).toBe("oidc_signature_invalid");
  });

  test("claims changed after signing are refused", async () => {
    const [header, payload = "", signature] = (await sign()).split(".");
    const claims = { ...JSON.parse(Buffer.from(payload, "base64url").toString()), sub: "admin" };
    const forged = Buffer.from(JSON.stringify(claims)).toString("base64url");
    expect(await codeOf(`${header}.${forged}.${signature}`)).toBe("oidc_signature_invalid");
  });

  test("a key embedded in the token's own header is not looked at", async () => {
    expect(await codeOf(await sign({}, { kid: "k1", jwk: other.jwk }, other))).toBe("oidc_signature_invalid");
  });

  test("a key published for encryption does not count", async () => {
    const jwks = createLocalJWKSet({ keys: [{ ...key.jwk, use: "enc" }] });
    expect(await codeOf(await sign(), { jwks })).toBe("oidc_key_unknown");
  });

  test("an access token posing as an ID token is refused", async () => {
    expect(await codeOf(await sign({}, { typ: "at+jwt" }))).toBe("oidc_token_type_refused");
  });

  test.each(["", "x", "a.b", "a.b.c", "..", `${"x".repeat(1_000_001)}`])("junk is refused (%#)", async (token) => {
    expect(await codeOf(token)).toBe("oidc_token_malformed");
  });

  test("a critical header that is not understood is refused", async () => {
    const token = await sign();
    const header = Buffer.from(JSON.stringify({ alg: "RS256", kid: "k1", crit: ["x"], x: 1 })).toString("base64url");
    expect(await codeOf([header, ...token.split(".").slice(1)].join("."))).toBe("oidc_token_malformed");
  });
});

describe("issuer and audience", () => {
  test.each([
    "https://idp.example.com/",
    "https://IDP.example.com",
    "http://idp.example.com",
    "https://evil.example.com",
    "https://idp.example.com.evil.example",
  ])("mix-up: the token of %s is refused", async (iss) => {
    expect(await codeOf(await sign({ iss }))).toBe("oidc_issuer_mismatch");
  });

  test.each([["someone-else"], [["a", "b"]], ["Portal"], [[]]])("the audience %j is refused", async (aud) => {
    expect(await codeOf(await sign({ aud }))).toMatch(/oidc_(audience_mismatch|token_malformed)/);
  });

  test("another authorized party is refused, and so are several audiences without one", async () => {
    expect(await codeOf(await sign({ azp: "other" }))).toBe("oidc_authorized_party_mismatch");
    expect(await codeOf(await sign({ aud: ["portal", "other"] }))).toBe("oidc_authorized_party_mismatch");
  });

  test.each([
    [{ tid: "other", iss: "https://login.example.com/other/v2.0" }, "oidc_tenant_not_allowed"],
    [{ tid: "mine", iss: "https://login.example.com/other/v2.0" }, "oidc_issuer_mismatch"],
    [{ iss: "https://login.example.com/mine/v2.0" }, "oidc_issuer_mismatch"],
    [{ tid: "mine", iss: "https://login.example.com/{tenantid}/v2.0" }, "oidc_issuer_mismatch"],
  ])("Entra multi-tenant issuer with another tid: %j is refused", async (claims, code) => {
    const provider = configuredProvider({ allowedTenants: ["mine"] });
    const expectedIssuer = "https://login.example.com/{tenantid}/v2.0";
    expect(await codeOf(await sign(claims), { provider, expectedIssuer })).toBe(code);
  });

  test("nOAuth: a shared endpoint without a list of tenants lets nobody in", async () => {
    const token = await sign({ tid: "any", iss: "https://login.example.com/any/v2.0" });
    expect(await codeOf(token, { expectedIssuer: "https://login.example.com/{tenantid}/v2.0" })).toBe(
      "oidc_tenant_not_allowed",
    );
  });

  test("a list of tenants also holds at an issuer of one tenant", async () => {
    const provider = configuredProvider({ allowedTenants: ["mine"] });
    expect(await codeOf(await sign({ tid: "other" }), { provider })).toBe("oidc_tenant_not_allowed");
    expect(await codeOf(await sign(), { provider })).toBe("oidc_tenant_not_allowed");
  });
});

describe("time and nonce", () => {
  test.each<[Record<string, unknown>, string]>([
    [{ exp: inSeconds(-61) }, "oidc_token_expired"],
    [{ nbf: inSeconds(61) }, "oidc_token_not_yet_valid"],
    [{ iat: inSeconds(61) }, "oidc_token_from_future"],
    [{ exp: undefined }, "oidc_token_malformed"],
    [{ iat: undefined }, "oidc_token_malformed"],
    [{ exp: "9999999999" }, "oidc_token_malformed"],
    [{ sub: "" }, "oidc_token_malformed"],
    [{ sub: undefined }, "oidc_token_malformed"],
    [{ sub: 7 }, "oidc_token_malformed"],
    [{ sub: "x".repeat(256) }, "oidc_token_malformed"],
  ])("%j is refused as %s", async (claims, code) => {
    const base = { iss: ISSUER, nonce: "n", sub: "s1", aud: "portal", iat: inSeconds(-5), exp: inSeconds(300) };
    const token = await new SignJWT({ ...base, ...claims })
      .setProtectedHeader({ alg: "RS256", kid: "k1" })
      .sign(key.privateKey);
    expect(await codeOf(token)).toBe(code);
  });

  test("code injection: the nonce of another browser, or none, is refused", async () => {
    expect(await codeOf(await sign({ nonce: "other" }))).toBe("oidc_nonce_mismatch");
    expect(await codeOf(await sign({ nonce: undefined }))).toBe("oidc_nonce_mismatch");
  });
});
