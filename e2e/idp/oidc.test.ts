import { createHash, randomBytes } from "node:crypto";
import { createRemoteJWKSet, decodeJwt, jwtVerify } from "jose";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createBrowser } from "./browser";
import { type OidcStandIn, startOidcProvider } from "./oidc";
import { PEOPLE, type PersonId } from "./people";

const REDIRECT_URI = "http://localhost:4000/api/auth/callback/workforce";
const tokens = z.object({ id_token: z.string(), access_token: z.string(), refresh_token: z.string() });
let idp: OidcStandIn;

beforeAll(async () => {
  const client = {
    clientId: "gatehouse",
    clientSecret: "s",
    redirectUris: [REDIRECT_URI],
    postLogoutRedirectUris: ["http://localhost:4000/sign-in"],
  };
  idp = await startOidcProvider({ port: 0, clients: [client], people: PEOPLE });
});
afterEach(() => void idp.controls.reset());
afterAll(() => idp.close());

function authorizationUrl(verifier: string | null, extra: Record<string, string> = {}): string {
  const challenge =
    verifier === null ? {} : { code_challenge: createHash("sha256").update(verifier).digest("base64url") };
  const query = new URLSearchParams({
    client_id: "gatehouse",
    response_type: "code",
    redirect_uri: REDIRECT_URI,
    scope: "openid profile email",
    state: "state-1",
    nonce: "nonce-1",
    ...challenge,
    ...(verifier === null ? {} : { code_challenge_method: "S256" }),
    ...extra,
  });
  return `${idp.issuer}/auth?${query}`;
}

async function requestTokens(body: Record<string, string>): Promise<Response> {
  const authorization = `Basic ${Buffer.from("gatehouse:s").toString("base64")}`;
  return fetch(`${idp.issuer}/token`, { method: "POST", headers: { authorization }, body: new URLSearchParams(body) });
}

async function signIn(person: PersonId, browser = createBrowser("http://localhost:4000")) {
  const verifier = randomBytes(32).toString("base64url");
  const form = await browser.open(authorizationUrl(verifier));
  const back = form.left ?? (await browser.submit(form, { person })).left;
  const query = new URL(back ?? "about:blank").searchParams;
  const code = query.get("code") ?? "";
  const body = { grant_type: "authorization_code", code, redirect_uri: REDIRECT_URI, code_verifier: verifier };
  const response = await requestTokens(body);
  return { query, browser, sawForm: form.left === null, ...tokens.parse(await response.json()) };
}

describe("the OIDC stand-in", () => {
  it("gives an ID token with nonce, groups and department, signed with a published key", async () => {
    const { query, id_token } = await signIn("developer");
    expect(query.get("state")).toBe("state-1");
    expect(query.get("iss")).toBe(idp.issuer);
    const jwks = createRemoteJWKSet(new URL(`${idp.issuer}/jwks`));
    const { payload, protectedHeader } = await jwtVerify(id_token, jwks, { issuer: idp.issuer, audience: "gatehouse" });
    expect(protectedHeader.alg).toBe("RS256");
    expect(payload).toMatchObject({
      nonce: "nonce-1",
      email: "ben.lindqvist@example.com",
      email_verified: true,
      name: "Ben Lindqvist",
      department: "Payments",
      groups: ["all-staff", "engineering", "payments-developers"],
    });
  });

  it("sends 300 groups in one token", async () => {
    expect(decodeJwt((await signIn("many-groups")).id_token).groups).toHaveLength(300);
  });

  it("refuses an authorization request without PKCE", async () => {
    const { left } = await createBrowser("http://localhost:4000").open(authorizationUrl(null));
    expect(new URL(left ?? "").searchParams.get("error")).toBe("invalid_request");
  });

  it("refuses a code with another verifier", async () => {
    const browser = createBrowser("http://localhost:4000");
    const { left } = await browser.submit(await browser.open(authorizationUrl("a".repeat(43))), { person: "admin" });
    const code = new URL(left ?? "").searchParams.get("code") ?? "";
    const body = { grant_type: "authorization_code", code, redirect_uri: REDIRECT_URI, code_verifier: "b".repeat(43) };
    expect((await requestTokens(body)).status).toBe(400);
  });

  it("comes straight back for somebody who is signed in, and asks again with prompt=login", async () => {
    const { browser } = await signIn("developer");
    expect((await signIn("developer", browser)).sawForm).toBe(false);
    const again = await browser.open(authorizationUrl("c".repeat(43), { prompt: "login" }));
    expect(again.left).toBeNull();
  });

  it("lets people type their address, and refuses a wrong password", async () => {
    const browser = createBrowser("http://localhost:4000");
    const form = await browser.open(authorizationUrl("c".repeat(43)));
    const refused = await browser.submit(form, { email: "ben.lindqvist@example.com", password: "wrong" });
    expect(refused.html).toContain("No such person");
    const { left } = await browser.submit(refused, { email: "ben.lindqvist@example.com", password: "gatehouse" });
    expect(left).toContain("code=");
  });

  it("renews the ID token with the refresh token, until that is revoked", async () => {
    const { refresh_token } = await signIn("developer");
    const renewed = await requestTokens({ grant_type: "refresh_token", refresh_token });
    const next = tokens.parse(await renewed.json());
    expect(decodeJwt(next.id_token).email).toBe("ben.lindqvist@example.com");
    expect(idp.revokeRefreshTokens()).toBeGreaterThan(0);
    const refused = await requestTokens({ grant_type: "refresh_token", refresh_token: next.refresh_token });
    expect(await refused.json()).toMatchObject({ error: "invalid_grant" });
  });

  it("shortens the life of ID tokens when told", async () => {
    await fetch(`${idp.issuer}/__sandbox/controls`, { method: "POST", body: '{"idTokenLifetimeSeconds":7}' });
    const { iat = 0, exp = 0 } = decodeJwt((await signIn("developer")).id_token);
    expect(exp - iat).toBe(7);
  });

  it("sends groups in the shapes of other vendors, and further claims", async () => {
    idp.controls.set({ groups: "overage", extraClaims: { "cognito:groups": ["a"], hasgroups: true } });
    const overage = decodeJwt((await signIn("many-groups")).id_token);
    expect(overage.groups).toBeUndefined();
    expect(overage._claim_names).toEqual({ groups: "src1" });
    expect(overage).toMatchObject({ "cognito:groups": ["a"], hasgroups: true });
    idp.controls.set({ groups: "string" });
    expect(decodeJwt((await signIn("developer")).id_token).groups).toBe("payments-developers");
  });

  it("answers 503 while it is down, and refuses orders that it does not know", async () => {
    idp.controls.set({ down: true });
    expect((await fetch(`${idp.issuer}/.well-known/openid-configuration`)).status).toBe(503);
    const order = await fetch(`${idp.issuer}/__sandbox/controls`, { method: "POST", body: '{"dwon":true}' });
    expect(order.status).toBe(400);
  });

  it("ends its session at RP-initiated logout and returns to the portal", async () => {
    const { browser, id_token } = await signIn("developer");
    const query = new URLSearchParams({
      id_token_hint: id_token,
      post_logout_redirect_uri: "http://localhost:4000/sign-in",
    });
    const page = await browser.open(`${idp.issuer}/session/end?${query}`);
    expect((await browser.submit(page, { logout: "yes" })).left).toContain("http://localhost:4000/sign-in");
    expect((await signIn("developer", browser)).sawForm).toBe(true);
  });
});
