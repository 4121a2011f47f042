import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { signIn } from "./portal/sign-in";
import { type OwnPortal, startOwnPortal } from "./portal/start-own-portal";

const HOSTILE_LOGO = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40" onload="document.documentElement.setAttribute('data-ran','1')">
  <script>document.documentElement.setAttribute("data-ran", "1")</script>
  <rect width="120" height="40" rx="6" fill="#c2255c"/>
</svg>`;

let own: OwnPortal;

test.beforeAll(async () => {
  own = await startOwnPortal({
    files: { "logo.svg": HOSTILE_LOGO },
    portal: {
      name: "Acme Cloud",
      logo: "./logo.svg",
      accentColor: "#ffd43b",
      support: { text: "Ask Acme's platform team", url: "https://help.acme.example/aws" },
      notice: { text: "Maintenance on Sunday.", level: "info", url: "https://status.acme.example" },
    },
  });
});

test.afterAll(() => own.remove());

test("a company's name, logo, accent, notice and support are where people look", async ({ page }) => {
  const violations: string[] = [];
  page.on(
    "console",
    (message) => void (/Content Security Policy/i.test(message.text()) && violations.push(message.text())),
  );
  const { portalUrl } = own.addresses;
  await page.goto(`${portalUrl}/sign-in`);
  await expect(page).toHaveTitle("Sign in · Acme Cloud");
  const logo = await page.locator(".brand-logo").boundingBox();
  expect((logo?.width ?? 0) / (logo?.height ?? 1)).toBeCloseTo(3, 1);
  const accent = () =>
    page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement("i"));
      probe.className = "text-accent";
      const { color } = getComputedStyle(probe);
      probe.remove();
      return color;
    });
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    // The portal's own accent is written in oklch; the company's is a hex.
    expect(await accent()).toMatch(/^rgb\(/);
    await expect(async () => {
      expect(
        (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
      ).toEqual([]);
    }).toPass({ timeout: 10_000 });
  }

  const notice = page.getByRole("complementary", { name: "Notice" });
  await expect(notice.getByRole("link", { name: "Read more" })).toHaveAttribute("href", "https://status.acme.example");
  await notice.getByRole("button", { name: "Dismiss this notice" }).click();
  await expect(notice).toBeHidden();
  await signIn(page, "corp", "developer", portalUrl);
  await expect(notice).toHaveCount(0);
  await page.getByRole("button", { name: /, account$/ }).click();
  await expect(page.getByRole("link", { name: "Support" })).toHaveAttribute("href", "https://help.acme.example/aws");
  await page.goto(`${portalUrl}/nowhere`);
  await expect(page.getByRole("link", { name: "Ask Acme's platform team" })).toBeVisible();
  expect(violations).toEqual([]);
});

test("a hostile SVG as logo: opened by itself it is sandboxed, and none of its scripts runs", async ({ page }) => {
  const { portalUrl } = own.addresses;
  const response = await page.goto(`${portalUrl}/brand/logo`);
  expect(response?.headers()).toMatchObject({
    "content-type": "image/svg+xml",
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
  });
  expect(await page.locator("svg").getAttribute("data-ran")).toBeNull();
  await page.goto(`${portalUrl}/sign-in`);
  await expect(page.locator("html")).not.toHaveAttribute("data-ran");
});

test("what is at an address with its version is kept, and asked for again at any other", async ({ request }) => {
  const { portalUrl } = own.addresses;
  const plain = await request.get(`${portalUrl}/brand/theme.css`);
  expect(plain.headers()).toMatchObject({
    "content-type": "text/css; charset=utf-8",
    "cache-control": "public, no-cache",
  });
  const version = plain.headers().etag?.replaceAll('"', "");
  const versioned = await request.get(`${portalUrl}/brand/theme.css?v=${version}`);
  expect(versioned.headers()["cache-control"]).toContain("immutable");
  const again = await request.get(`${portalUrl}/brand/theme.css`, { headers: { "if-none-match": `"${version}"` } });
  expect(again.status()).toBe(304);
});

test("a portal that does not answer is said not to", async ({ page }) => {
  await page.goto(`${own.addresses.portalUrl}/sign-in`);
  await expect(page.locator("div[role=status].fixed")).toBeAttached({ timeout: 15_000 });
  await own.stop();
  await page.evaluate(() => window.dispatchEvent(new Event("portal-unreachable")));
  await expect(page.getByRole("status").filter({ hasText: "The portal cannot be reached." })).toBeVisible();
});
