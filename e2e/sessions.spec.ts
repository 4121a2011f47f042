import { expect, test } from "@playwright/test";
import { ADDRESSES } from "./portal/addresses";
import { IDP_NAMES, signInByHand } from "./portal/sign-in";

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

test("a session that is ended elsewhere is over at once", async ({ page, browser }) => {
  await signInByHand(page, "corp", "auditor");
  const other = await browser.newPage({ baseURL: ADDRESSES.portalUrl });
  await signInByHand(other, "corp", "auditor");
  await page.goto("/activity");
  const row = page.getByRole("listitem").filter({ hasNotText: "This browser" }).filter({ hasText: "since" });
  await row.first().getByRole("button", { name: /^End/ }).click();
  await expect(page).toHaveURL("/activity");
  await other.goto("/");
  await expect(other).toHaveURL(/\/sign-in/);
  await other.close();
});
