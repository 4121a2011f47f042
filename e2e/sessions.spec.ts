import { expect, type Page, test } from "@playwright/test";
import { ADDRESSES } from "./portal/addresses";
import { forgetRequests, listRequests } from "./portal/recorded-requests";
import { IDP_NAMES, signIn, signInByHand } from "./portal/sign-in";

for (const idp of ["corp", "workforce"] as const) {
  test(`signing out ends the portal's session and that of ${IDP_NAMES[idp]}`, async ({ page }) => {
    await signInByHand(page, idp, "developer");
    const before = (await page.context().cookies(ADDRESSES.portalUrl)).find(({ name }) => name === "gatehouse-session");
    await page.getByRole("button", { name: /, account$/ }).click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page.getByText("You are signed out.")).toBeVisible();
    // The old cookie is nobody's, wherever it was kept.
    const replayed = await fetch(`${ADDRESSES.portalUrl}/api/roles`, {
      headers: { cookie: `gatehouse-session=${before?.value}` },
    });
    expect(replayed.status).toBe(401);
    // The identity provider asks who it is again.
    await page.getByRole("button", { name: IDP_NAMES[idp] }).click();
    await expect(page.locator('button[name="person"]').first()).toBeVisible();
  });
}

test("session fixation: each sign-in gets a new session, and a planted one is not taken over", async ({ page }) => {
  const planted = "A".repeat(43);
  await page.context().addCookies([{ name: "gatehouse-session", value: planted, url: ADDRESSES.portalUrl }]);
  await signInByHand(page, "corp", "developer");
  const cookie = (await page.context().cookies(ADDRESSES.portalUrl)).find(({ name }) => name === "gatehouse-session");
  expect(cookie?.value).toMatch(/^[\w-]{43}$/);
  expect(cookie?.value).not.toBe(planted);
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax" });
});

test("a sign-in that is ended elsewhere is over at once, one of them or all others", async ({ page, browser }) => {
  await signInByHand(page, "corp", "auditor");
  for (const button of [/^End the sign-in of/, "End all others"]) {
    const other = await browser.newPage({ baseURL: ADDRESSES.portalUrl });
    await signInByHand(other, "corp", "auditor");
    await page.goto("/sessions");
    await page.getByRole("button", { name: button }).first().press("Enter");
    await expect(page.getByRole("status").filter({ hasText: /ended\.$/ })).toBeVisible();
    await other.goto("/");
    await expect(other).toHaveURL(/\/sign-in/);
    await other.close();
  }
  await expect(page.getByText("This browser", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "End all others" })).toHaveCount(0);
});

const SHOP_STAGING = "852940671238";
const CREDENTIALS = "credentials for Developer in shop-staging";

async function getCredentials(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Credentials for Developer in shop-staging" }).click();
  await expect(page.getByRole("dialog").getByText(/^Expires in/)).toBeVisible();
  await page.keyboard.press("Escape");
}

test("what is open is listed until it ends, and renewed by keyboard alone", async ({ page }) => {
  await signIn(page, "corp", "many-groups");
  await page.goto("/sessions");
  await expect(
    page.getByRole("heading", { name: "Nothing is open" }).or(page.getByText("Nothing is open")),
  ).toBeVisible();
  await page.goto("/");
  await getCredentials(page);
  await page.getByRole("link", { name: "Sessions" }).click();
  const row = page.getByRole("listitem").filter({ hasText: "Developer · shop-staging" });
  await expect(row).toContainText(/Credentials, .* · Chrome on \w+ · 127\.0\.0\.1 · eu-central-1/);
  await expect(row).toContainText(/59 min \d+ s/);
  await row.getByRole("button", { name: `Renew ${CREDENTIALS}` }).press("Enter");
  await expect(page.getByRole("dialog").getByText(/^Expires in/)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(row).toContainText("1 earlier one is still good");
  await expect(row.getByRole("button", { name: `Renew ${CREDENTIALS}` })).toBeFocused();
});

test("a console is renewed with its Region, page and scope, in a new tab", async ({ page }) => {
  await signIn(page, "workforce", "many-groups");
  const destination = `${ADDRESSES.awsUrl}/console/ec2/home?region=eu-north-1`;
  const form = { accountId: SHOP_STAGING, roleName: "Developer", region: "eu-north-1", destination };
  const scope = JSON.stringify({ readOnly: true });
  await page.request.post("/api/console", {
    form: { ...form, scope, durationSeconds: "1800" },
    headers: { origin: ADDRESSES.portalUrl },
    maxRedirects: 0,
  });
  await page.goto("/sessions");
  await expect(page.getByText("eu-north-1 · Read only")).toBeVisible();
  await forgetRequests();
  const [tab] = await Promise.all([
    page.context().waitForEvent("page"),
    page.getByRole("button", { name: "Renew the console as Developer in shop-staging" }).press("Enter"),
  ]);
  await expect(tab).toHaveURL(destination);
  const asked = (await listRequests()).find(({ action }) => action === "AssumeRoleWithWebIdentity");
  expect(asked?.parameters).toMatchObject({ DurationSeconds: "1800", Policy: expect.stringContaining("Get*") });
});

test("ten and two minutes before something ends the tab's title says so, and aloud; renewed, it is itself again", async ({
  page,
}) => {
  await page.clock.install();
  await signIn(page, "workforce", "auditor");
  // What watches over it arrives when the browser has time; the clock must not run ahead of it.
  const isWatched = page.waitForResponse(
    async (response) =>
      response.url().endsWith("/api/sessions/open") && (await response.text()).includes("log-archive"),
  );
  await page.getByRole("button", { name: "Credentials for ReadOnly in log-archive" }).click();
  await expect(page.getByRole("dialog").getByText(/^Expires in/)).toBeVisible();
  await isWatched;
  const own = await page.title();
  await page.keyboard.press("Escape");
  await page.clock.fastForward("51:00");
  await expect(page).toHaveTitle("⏳ 9 min · ReadOnly in log-archive");
  await expect(
    page.getByRole("status").filter({ hasText: "Credentials for ReadOnly in log-archive end in 10 minutes." }),
  ).toHaveCount(1);
  await page.getByRole("link", { name: "Activity" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Activity" })).toBeVisible();
  await page.clock.fastForward("07:10");
  await expect(page).toHaveTitle("⏳ 2 min · ReadOnly in log-archive");
  const notice = page.getByRole("region", { name: "Ends soon" });
  await notice.getByRole("button", { name: "Renew credentials for ReadOnly in log-archive" }).click();
  await expect(page.getByRole("dialog").getByText(/^Expires in/)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(notice).toHaveCount(0);
  await expect(page).toHaveTitle(/^Activity/);
  expect(own).toMatch(/^Roles/);
});
