import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type APIRequestContext, expect, test } from "@playwright/test";
import { ADDRESSES } from "./portal/addresses";
import { BODIES, CHANGING, type ChangingRoute, PUT } from "./portal/changing-routes";
import { signIn } from "./portal/sign-in";

const APP = join(import.meta.dirname, "..", "app");
const PORTAL = ADDRESSES.portalUrl;

/** Every route, from the files themselves: a new one is tested without anybody thinking of it. */
function listRoutes(folder = APP): { path: string; kind: "page" | "route" }[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return listRoutes(join(folder, entry.name));
    const kind = entry.name === "page.tsx" ? ("page" as const) : entry.name === "route.ts" ? ("route" as const) : null;
    if (kind === null) return [];
    const segments = folder
      .slice(APP.length)
      .split("/")
      .filter((segment) => !segment.startsWith("("));
    const path = segments.join("/").replace("[idp]", "corp").replace("[...nextauth]", "session");
    return [{ path: path === "" ? "/" : path, kind }];
  });
}

/** What anybody may read: documents for machines, health, the helper for terminals, and the sign-in page. */
const PUBLIC = new Set([
  "/sign-in",
  "/api/health/live",
  "/api/health/ready",
  "/api/saml/corp/metadata",
  "/oidc/.well-known/openid-configuration",
  "/oidc/jwks",
  "/brand/theme.css",
  "/api/cli/helper/gatehouse",
  "/api/cli/helper/gatehouse.sha256",
  "/api/cli/helper/gatehouse.ps1",
  "/api/cli/helper/gatehouse.ps1.sha256",
  "/saml/metadata",
]);

const send = (request: APIRequestContext, path: ChangingRoute, headers: Record<string, string>) =>
  request.fetch(path, {
    method: PUT.has(path) ? "PUT" : "POST",
    data: BODIES[path].data,
    headers: { "content-type": BODIES[path].type, ...headers },
    maxRedirects: 0,
  });

test.describe("authorization only in a layout or proxy", () => {
  for (const { path, kind } of listRoutes()) {
    test(`${kind} ${path} answers nobody without a session, unless it is public`, async ({ request }) => {
      const response = await request.get(path, { maxRedirects: 0 });
      if (PUBLIC.has(path)) return expect(response.status()).toBe(200);
      if (kind === "page") {
        expect(response.status()).toBe(307);
        return expect(response.headers().location).toMatch(/^\/sign-in/);
      }
      expect([303, 400, 401, 404, 405]).toContain(response.status());
      // The SAML endpoints answer a browser with the way to the sign-in page, and nothing else.
      if (response.status() === 303) expect(response.headers().location).toContain(`${PORTAL}/sign-in?notice=`);
    });
  }

  test("a header that once skipped the check in front of pages changes nothing (CVE-2025-29927)", async ({
    request,
  }) => {
    const headers = { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy", "x-gatehouse-path": "/" };
    const response = await request.get("/activity", { headers, maxRedirects: 0 });
    expect(response.status()).toBe(307);
  });

  test("a server action called directly: there are none", async ({ request }) => {
    const headers = { "next-action": "0".repeat(42), origin: PORTAL, "content-type": "text/plain;charset=UTF-8" };
    const response = await request.post("/", { data: "[]", headers, maxRedirects: 0 });
    expect([307, 404, 405, 409]).toContain(response.status());
  });
});

test.describe("CSRF", () => {
  for (const path of CHANGING) {
    test(`${path} by GET, by prefetch or by an image does nothing`, async ({ page }) => {
      await signIn(page, "corp", "developer");
      const response = await page.request.get(path, { headers: { "sec-purpose": "prefetch" }, maxRedirects: 0 });
      expect(response.status()).toBe(405);
    });

    test(`${path} from elsewhere is refused, and recorded`, async ({ page }) => {
      await signIn(page, "corp", "developer");
      const foreign = [
        {},
        { origin: "https://evil.example" },
        { origin: "null" },
        { origin: PORTAL, "sec-fetch-site": "cross-site" },
      ];
      for (const headers of foreign) {
        const response = await send(page.request, path, headers);
        expect(response.status()).toBe(403);
        expect(await response.json()).toMatchObject({ error: { code: "foreign_origin" } });
      }
      await page.goto("/activity");
      await expect(page.getByRole("row").filter({ hasText: "Request refused" })).not.toHaveCount(0);
    });
  }
});

test.describe("Host and X-Forwarded-* poisoning", () => {
  const headers = { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https", forwarded: "host=evil.example" };

  test("no document or redirect takes its address from a header", async ({ request }) => {
    for (const path of [
      "/api/saml/corp/metadata",
      "/oidc/.well-known/openid-configuration",
      "/saml/metadata",
      "/api/auth/providers",
    ]) {
      const body = await (await request.get(path, { headers })).text();
      expect(body).toContain(PORTAL);
      expect(body).not.toContain("evil.example");
    }
    const refused = await request.post("/api/saml/corp/acs", { headers, form: { SAMLResponse: "x" }, maxRedirects: 0 });
    expect(refused.headers().location).toContain(`${PORTAL}/sign-in`);
  });
});

test.describe("what every answer carries", () => {
  test("clickjacking and XSS: pages are framed by nobody and run scripts by nonce only", async ({ request }) => {
    const first = (await request.get("/sign-in")).headers();
    const second = (await request.get("/sign-in")).headers();
    const policy = first["content-security-policy"] ?? "";
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{22,}' 'strict-dynamic'/);
    expect(policy).not.toMatch(/unsafe-(inline|eval)/);
    expect(policy).not.toBe(second["content-security-policy"]);
    expect(first["x-frame-options"]).toBe("DENY");
    expect(first["x-content-type-options"]).toBe("nosniff");
    expect(first["x-powered-by"]).toBeUndefined();
  });

  test("credentials in caches: nothing that a person asked for is stored anywhere", async ({ page }) => {
    await signIn(page, "corp", "developer");
    const roles = await page.request.get("/api/roles");
    expect(roles.headers()["cache-control"]).toContain("no-store");
    const credentials = await send(page.request, "/api/credentials", { origin: PORTAL });
    expect(credentials.status()).toBe(200);
    expect(credentials.headers()["cache-control"]).toContain("no-store");
    expect((await page.request.get("/")).headers()["cache-control"]).toMatch(/no-store/);
  });
});

test.describe("denial of service before any check", () => {
  const HOSTILE = {
    "60 KB of <": "<".repeat(60_000),
    "60 KB of <x>": "<x>".repeat(20_000),
    "60 KB of <!--": "<!--".repeat(15_000),
  };

  for (const [name, xml] of Object.entries(HOSTILE)) {
    test(`${name} at the ACS is answered within a second, and nobody else waits`, async ({ request }) => {
      const startedAt = performance.now();
      const hostile = request
        .post("/api/saml/corp/acs", {
          form: { SAMLResponse: Buffer.from(xml).toString("base64"), RelayState: "" },
          maxRedirects: 0,
        })
        .then((response) => ({ status: response.status(), tookMs: performance.now() - startedAt }));
      const besideAt = performance.now();
      await request.get("/api/health/live");
      expect(performance.now() - besideAt).toBeLessThan(250);
      expect(await hostile).toMatchObject({ status: 303 });
      expect((await hostile).tookMs).toBeLessThan(1000);
    });
  }

  test("a body beyond the limit is refused", async ({ request }) => {
    const form = { SAMLResponse: "A".repeat(500_000), RelayState: "" };
    const response = await request.post("/api/saml/corp/acs", { form, maxRedirects: 0 });
    expect(response.headers().location).toContain("notice=refused");
  });
});
