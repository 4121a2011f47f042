import { request as httpRequest } from "node:http";
import { expect, test } from "@playwright/test";
import { ADDRESSES } from "./portal/addresses";
import { IDP_NAMES, signInByHand } from "./portal/sign-in";

const PORTAL = ADDRESSES.portalUrl;
const EVIL = "evil.example";

const POISON = {
  host: EVIL,
  "x-forwarded-host": EVIL,
  "x-forwarded-proto": "https",
  "x-forwarded-port": "8443",
  "x-original-url": `https://${EVIL}/`,
  forwarded: `host=${EVIL};proto=https`,
};

type Answer = { readonly status: number; readonly headers: string; readonly body: string };
type Ask = { readonly path: string; readonly method?: string; readonly headers?: object; readonly body?: string };

/** A request as no browser and no `fetch` sends it: with another Host. */
function ask({ path, method = "GET", headers = {}, body = "" }: Ask): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(PORTAL);
    const options = { hostname, port, path, method, headers: { ...POISON, ...headers } };
    const sent = httpRequest(options, (response) => {
      let text = "";
      response.on("data", (chunk) => {
        text += String(chunk);
      });
      const answered = () =>
        resolve({ status: response.statusCode ?? 0, headers: response.rawHeaders.join("\n"), body: text });
      response.on("end", answered);
    });
    sent.once("error", reject).end(body);
  });
}

const FORM = { "content-type": "application/x-www-form-urlencoded" };

test.describe("Host and X-Forwarded-* poisoning", () => {
  for (const path of [
    "/sign-in",
    "/",
    "/activity",
    "/go?account=1&role=x",
    "/api/roles",
    "/api/auth/providers",
    "/api/auth/error",
    "/api/saml/corp/metadata",
    "/api/saml/corp/slo",
    "/oidc/.well-known/openid-configuration",
    "/saml/metadata",
    "/nowhere",
  ]) {
    test(`${path} takes no address from a header`, async () => {
      const answer = await ask({ path });
      expect(answer.status).toBeLessThan(500);
      expect(answer.headers + answer.body).not.toContain(EVIL);
    });
  }

  for (const path of ["/api/saml/corp/acs", "/api/saml/corp/aws-acs", "/api/saml/corp/slo"]) {
    test(`${path} sends a refused browser to the configured address`, async () => {
      const answer = await ask({ path, method: "POST", headers: FORM, body: "SAMLResponse=x&RelayState=y" });
      expect(answer.status).toBe(303);
      expect(answer.headers).toContain(`${PORTAL}/sign-in`);
      expect(answer.headers).not.toContain(EVIL);
    });
  }

  test("a sign-in begun under a foreign Host names the configured callback to the identity provider", async () => {
    const csrf = await ask({ path: "/api/auth/csrf" });
    const cookie = /gatehouse[^;\n]*csrf[^;\n]*|next-auth\.csrf-token=[^;\n]*/.exec(csrf.headers)?.[0] ?? "";
    const { csrfToken } = JSON.parse(csrf.body);
    const body = new URLSearchParams({ csrfToken, json: "true", callbackUrl: `https://${EVIL}/` }).toString();
    const headers = { ...FORM, cookie };
    const begun = await ask({ path: "/api/auth/signin/workforce", method: "POST", headers, body });
    const location = new URL(JSON.parse(begun.body).url);
    expect(location.origin).toBe(ADDRESSES.oidcUrl);
    expect(location.searchParams.get("redirect_uri")).toBe(`${PORTAL}/api/auth/callback/workforce`);
    expect(begun.headers).not.toContain(EVIL);
  });

  test("an Origin that only the Host header matches is foreign", async ({ page }) => {
    await signInByHand(page, "corp", "developer");
    const cookies = await page.context().cookies(PORTAL);
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
    const headers = { cookie, origin: `http://${EVIL}`, "content-type": "application/json" };
    const answer = await ask({ path: "/api/credentials", method: "POST", headers, body: "{}" });
    expect(answer.status).toBe(403);
  });
});

test.describe("callbackUrl to foreign hosts", () => {
  for (const foreign of [`https://${EVIL}/`, `//${EVIL}`, `/\\${EVIL}`, "javascript:alert(1)", `${PORTAL}@${EVIL}`]) {
    test(`${foreign} ends on the portal's own page`, async ({ page }) => {
      await page.goto(`/sign-in?callbackUrl=${encodeURIComponent(foreign)}`);
      await page.getByRole("button", { name: IDP_NAMES.corp }).click();
      await page.locator('button[name="person"][value="developer"]').click();
      await expect(page.getByRole("heading", { level: 1, name: "Roles" })).toBeVisible();
      expect(new URL(page.url()).origin).toBe(PORTAL);
    });
  }

  test("RelayState to a foreign host, on a sign-in that the IdP began, ends on the portal's own page", async ({
    page,
  }) => {
    let posted = "";
    await page.route("**/api/saml/corp/acs", async (route) => {
      const form = new URLSearchParams(route.request().postData() ?? "");
      form.set("RelayState", `https://${EVIL}/`);
      posted = form.toString();
      await route.continue({ postData: posted });
    });
    await page.goto(`${ADDRESSES.samlUrl}/idp-initiated?sp=portal`);
    await page.locator('button[name="person"][value="developer"]').click();
    await expect(page.getByRole("heading", { level: 1, name: "Roles" })).toBeVisible();
    expect(new URL(page.url()).origin).toBe(PORTAL);
    expect(posted).toContain(EVIL);
  });
});

test("a body that trickles into the ACS is given up, and nobody else waits for it", async ({ request }) => {
  const startedAt = performance.now();
  const { hostname, port } = new URL(PORTAL);
  const headers = { ...FORM, "content-length": "1000" };
  const trickle = httpRequest({ hostname, port, path: "/api/saml/corp/acs", method: "POST", headers });
  const answered = new Promise<number>((resolve, reject) => {
    trickle.once("response", (response) => resolve(response.resume().statusCode ?? 0)).once("error", reject);
  });
  trickle.write("SAMLResponse=");
  const timer = setInterval(() => trickle.write("A"), 500);
  const besideAt = performance.now();
  await request.get("/api/health/live");
  expect(performance.now() - besideAt).toBeLessThan(250);
  expect(await answered.finally(() => clearInterval(timer))).toBe(303);
  expect(performance.now() - startedAt).toBeLessThan(15_000);
  trickle.destroy();
});
