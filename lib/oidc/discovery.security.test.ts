import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createOidcDirectory } from "./directory";
import { fetchMetadata } from "./discovery";
import { makeKey, NOW, signIdToken, startIdentityProvider } from "./fixtures/identity-provider";
import { configuredProvider } from "./fixtures/provider";
import { verifyIdToken } from "./id-token";

let key: Awaited<ReturnType<typeof makeKey>>;
let idp: Awaited<ReturnType<typeof startIdentityProvider>>;
beforeAll(async () => {
  key = await makeKey("k1");
});
beforeEach(async () => {
  idp = await startIdentityProvider([key]);
});
afterEach(() => idp.close());

const codeOf = async (issuer = idp.issuer) => {
  const metadata = await fetchMetadata(issuer, fetch);
  return metadata.ok ? "accepted" : metadata.error.code;
};

describe("discovery", () => {
  test("gives the endpoints of a provider", async () => {
    expect(await fetchMetadata(idp.issuer, fetch)).toEqual({
      ok: true,
      value: {
        issuer: idp.issuer,
        authorizationEndpoint: `${idp.issuer}/authorize`,
        tokenEndpoint: `${idp.issuer}/token`,
        jwksUri: `${idp.issuer}/jwks`,
        userinfoEndpoint: `${idp.issuer}/userinfo`,
        endSessionEndpoint: `${idp.issuer}/logout`,
        authorizationResponseIssParameterSupported: true,
      },
    });
  });

  test("expects the placeholder for the tenant from a shared endpoint, and the very issuer from any other", async () => {
    idp.answer("/common/v2.0/.well-known/openid-configuration", () => ({
      body: { ...idp.document, issuer: `${idp.issuer}/{tenantid}/v2.0` },
    }));
    const metadata = await fetchMetadata(`${idp.issuer}/common/v2.0`, fetch);
    expect(metadata.ok && metadata.value.issuer).toBe(`${idp.issuer}/{tenantid}/v2.0`);
  });

  test.each(["https://evil.example.com", "", undefined, 7])(
    "mix-up: issuer %j in the document is refused",
    async (issuer) => {
      idp.answerDiscovery({ body: { ...idp.document, issuer } });
      expect(await codeOf()).toBe("oidc_issuer_mismatch");
    },
  );

  test("a trailing slash makes another issuer", async () => {
    expect(await codeOf(`${idp.issuer}/`)).toBe("oidc_issuer_mismatch");
  });

  test.each([
    ["jwks_uri", "http://169.254.169.254/latest"],
    ["token_endpoint", "http://idp.example.com/token"],
    ["authorization_endpoint", "javascript:alert(1)"],
    ["userinfo_endpoint", "https://user:pass@idp.example.com"],
    ["end_session_endpoint", "file:///etc/passwd"],
    ["jwks_uri", undefined],
  ])("an endpoint that is no https address is refused: %s %s", async (name, value) => {
    idp.answerDiscovery({ body: { ...idp.document, [name]: value } });
    expect(await codeOf()).toBe("oidc_discovery_invalid");
  });

  test("a provider elsewhere cannot point at this machine", async () => {
    const issuer = "https://idp.example.com";
    const body = JSON.stringify({ ...idp.document, issuer });
    const metadata = await fetchMetadata(issuer, async () => new Response(body));
    expect(metadata).toMatchObject({ ok: false, error: { code: "oidc_discovery_invalid" } });
  });

  test("provider serving junk: refused", async () => {
    for (const text of ["<html>", "[]", "null", "7", ""]) {
      idp.answerDiscovery({ text });
      expect(await codeOf()).toBe("oidc_discovery_invalid");
    }
  });

  test("provider serving without end, redirecting, failing or not there: refused", async () => {
    idp.answerDiscovery({ text: JSON.stringify({ ...idp.document, padding: "x".repeat(600_000) }) });
    expect(await codeOf()).toBe("idp_unavailable");
    idp.answerDiscovery({ status: 302, headers: { location: `${idp.issuer}/elsewhere` } });
    expect(await codeOf()).toBe("idp_unavailable");
    expect(idp.countOf("/elsewhere")).toBe(0);
    idp.answerDiscovery({ status: 503 });
    expect(await codeOf()).toBe("idp_unavailable");
    expect(await codeOf("http://127.0.0.1:1")).toBe("idp_unavailable");
  });

  test("provider hanging: refused after five seconds", async () => {
    idp.answerDiscovery({ hang: true });
    const started = performance.now();
    expect(await codeOf()).toBe("idp_unavailable");
    expect(performance.now() - started).toBeLessThan(7_000);
  });
});

describe("the directory", () => {
  test("asks once an hour, however many sign in at once", async () => {
    let now = NOW;
    const directory = createOidcDirectory({ fetch, now: () => now });
    await Promise.all(Array.from({ length: 20 }, () => directory.metadata(idp.issuer)));
    await directory.metadata(idp.issuer);
    expect(idp.countOf("/.well-known/openid-configuration")).toBe(1);
    now = new Date(NOW.getTime() + 61 * 60_000);
    await directory.metadata(idp.issuer);
    expect(idp.countOf("/.well-known/openid-configuration")).toBe(2);
  });

  test("serves the last good document for a day while the provider is down, then says so", async () => {
    let now = NOW;
    const directory = createOidcDirectory({ fetch, now: () => now });
    await directory.metadata(idp.issuer);
    idp.answerDiscovery({ status: 503 });
    now = new Date(NOW.getTime() + 2 * 3_600_000);
    expect((await directory.metadata(idp.issuer)).ok).toBe(true);
    now = new Date(NOW.getTime() + 25 * 3_600_000);
    expect(await directory.metadata(idp.issuer)).toMatchObject({ error: { code: "idp_unavailable" } });
  });

  test("remembers a failure for ten seconds", async () => {
    let now = NOW;
    const directory = createOidcDirectory({ fetch, now: () => now });
    idp.answerDiscovery({ status: 503 });
    for (let i = 0; i < 5; i++) await directory.metadata(idp.issuer);
    expect(idp.countOf("/.well-known/openid-configuration")).toBe(1);
    idp.answerDiscovery({ body: idp.document });
    now = new Date(NOW.getTime() + 10_000);
    expect((await directory.metadata(idp.issuer)).ok).toBe(true);
  });
});

describe("keys", () => {
  const verify = async (directory: ReturnType<typeof createOidcDirectory>, by = key) => {
    const metadata = await directory.metadata(idp.issuer);
    if (!metadata.ok) throw new Error("no metadata");
    const verified = await verifyIdToken({
      idToken: await signIdToken(by, { iss: idp.issuer }),
      provider: configuredProvider(),
      jwks: directory.keys(metadata.value),
      now: NOW,
      expectedIssuer: metadata.value.issuer,
    });
    return verified.ok ? "accepted" : verified.error.code;
  };

  test("are fetched once; invented key ids do not make it a flood", async () => {
    const directory = createOidcDirectory({ fetch, now: () => NOW });
    for (let i = 0; i < 5; i++) expect(await verify(directory)).toBe("accepted");
    const invented = { ...key, kid: "invented" };
    for (let i = 0; i < 20; i++) expect(await verify(directory, invented)).toBe("oidc_key_unknown");
    expect(idp.countOf("/jwks")).toBe(1);
  });

  test.each([{ status: 500 }, { text: "<html>" }, { body: {} }, { body: { keys: 7 } }, { text: "x".repeat(600_000) }])(
    "provider serving junk as keys is an outage, not a bad token (%#)",
    async (answer) => {
      idp.answer("/jwks", () => answer);
      expect(await verify(createOidcDirectory({ fetch, now: () => NOW }))).toBe("idp_unavailable");
    },
  );

  test("a key that is too weak does not count", async () => {
    idp.answer("/jwks", () => ({ body: { keys: [{ ...key.jwk, n: "AQAB" }] } }));
    expect(await verify(createOidcDirectory({ fetch, now: () => NOW }))).toMatch(
      /oidc_(key_unusable|signature_invalid)/,
    );
  });
});
