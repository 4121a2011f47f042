import { expect, type Page, test } from "@playwright/test";
import { ADDRESSES } from "./portal/addresses";
import { expectNothingFound } from "./portal/expect-nothing-found";
import { forgetRequests, listRequests } from "./portal/recorded-requests";
import { signIn } from "./portal/sign-in";

const DEVELOPER = "Developer in payments-dev";
const READ_ONLY = "ReadOnly in payments-prod";
const PRODUCTION = "Developer in payments-prod";

const star = (page: Page, role: string) => page.getByRole("button", { name: `Favourite: ${role}`, exact: true });
const favourites = (page: Page) => page.getByRole("region", { name: "Favourites" });
const consoleNames = (page: Page) => favourites(page).getByRole("button", { name: /^Console as/ });

/** Nothing is kept of this person's favourites and names, so that no test meets another one's. */
async function forgetPreferences(page: Page): Promise<void> {
  const { roles } = await (await page.request.get("/api/preferences")).json();
  for (const { accountId, roleName } of roles) {
    for (const data of [
      { accountId, roleName, isFavourite: false },
      { accountId, roleName, alias: null },
    ]) {
      await page.request.put("/api/preferences/role", { data, headers: { origin: ADDRESSES.portalUrl } });
    }
  }
}

/** Everything that was pressed has been kept. */
const kept = (page: Page, path: string) =>
  page.waitForResponse((response) => response.url().endsWith(path) && response.request().method() === "PUT");

test.beforeEach(async ({ page }) => {
  await signIn(page, "corp", "developer");
  await forgetPreferences(page);
  await page.reload();
});
test.afterEach(({ page }) => forgetPreferences(page));

test("starred, dragged, named and removed by mouse; the same in another browser, and not for anybody else", async ({
  page,
  browser,
}) => {
  await expect(favourites(page)).toHaveCount(0);
  for (const role of [DEVELOPER, READ_ONLY, PRODUCTION]) {
    const answered = kept(page, "/role");
    await star(page, role).click();
    await expect(star(page, role)).toHaveAttribute("aria-pressed", "true");
    expect((await answered).status()).toBe(204);
  }
  await favourites(page).getByRole("button", { name: "Arrange" }).click();
  const handles = favourites(page).locator("[data-handle]");
  await expect(handles).toHaveCount(3);
  const [from, to] = [await handles.nth(2).boundingBox(), await handles.nth(0).boundingBox()];
  if (from === null || to === null) throw new Error("the handles are not there");
  const ordered = kept(page, "/favourites");
  await page.mouse.move(from.x + 10, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(from.x + 10, from.y - 10, { steps: 4 });
  await page.mouse.move(to.x + 10, to.y + 6, { steps: 8 });
  await page.mouse.up();
  expect((await ordered).status()).toBe(204);
  const named = kept(page, "/role");
  await favourites(page).getByLabel(`Your name for ${READ_ONLY}`).fill("Just looking");
  await favourites(page)
    .getByRole("button", { name: `Remove from favourites: ${DEVELOPER}` })
    .click();
  await named;
  await expect(favourites(page).getByRole("listitem")).toHaveText([/Developer/, /Just looking/]);
  await favourites(page).getByRole("button", { name: "Done" }).click();
  await expect(star(page, DEVELOPER)).toHaveAttribute("aria-pressed", "false");

  await page.reload();
  await expect(consoleNames(page)).toHaveText([/Developer in payments-prod/, /ReadOnly in payments-prod/]);
  await expect(favourites(page)).toContainText("Just looking");

  const other = await browser.newPage();
  await signIn(other, "corp", "developer");
  await expect(consoleNames(other)).toHaveText([/Developer in payments-prod/, /ReadOnly in payments-prod/]);
  await other.close();
  const stranger = await browser.newPage();
  await signIn(stranger, "corp", "auditor");
  await expect(favourites(stranger)).toHaveCount(0);
  expect(JSON.stringify(await (await stranger.request.get("/api/preferences")).json())).not.toContain("Just looking");
  await stranger.close();
});

test("starred, ordered, named and removed by keyboard alone, and heard", async ({ page }) => {
  for (const role of [DEVELOPER, READ_ONLY]) {
    await star(page, role).focus();
    await page.keyboard.press("Space");
    await expect(star(page, role)).toBeFocused();
  }
  await favourites(page).getByRole("button", { name: "Arrange" }).focus();
  await page.keyboard.press("Enter");
  const up = favourites(page).getByRole("button", { name: `Move up: ${READ_ONLY}` });
  await up.focus();
  await page.keyboard.press("Enter");
  await expect(up).toBeFocused();
  await expect(favourites(page).getByText(`${READ_ONLY} is now 1 of 2`)).toBeAttached();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.type("Look first");
  await page.keyboard.press("Enter");
  await expect(favourites(page).getByRole("listitem").first()).toContainText("Look first");
  const remove = favourites(page).getByRole("button", { name: /^Remove from favourites/ });
  await remove.first().focus();
  const removed = kept(page, "/role");
  await page.keyboard.press("Enter");
  await removed;
  await expect(favourites(page).getByRole("listitem")).toHaveCount(1);
  await expect(remove).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(favourites(page)).toHaveCount(0);
  await expect(page.locator("#main")).toBeFocused();
});

test("axe finds nothing on the shortcuts", async ({ page }) => {
  for (const role of [DEVELOPER, READ_ONLY]) await star(page, role).click();
  await expectNothingFound(page);
});

test("axe finds nothing while the shortcuts are put in order", async ({ page }) => {
  for (const role of [DEVELOPER, READ_ONLY]) await star(page, role).click();
  await favourites(page).getByRole("button", { name: "Arrange" }).click();
  await expect(favourites(page).locator("[data-handle]")).toHaveCount(2);
  await expectNothingFound(page);
});

test("a role is opened again with the same Region, for as long as the last time", async ({ page }) => {
  const openTab = async (click: () => Promise<void>) => {
    const [tab] = await Promise.all([page.context().waitForEvent("page"), click()]);
    await tab.waitForLoadState();
    return tab;
  };
  await page.getByRole("button", { name: "Options for Developer in payments-dev" }).click();
  await page.getByLabel("Region").selectOption("eu-central-1");
  await page.getByLabel("Duration").selectOption("7200");
  await openTab(() => page.getByRole("button", { name: "Console as Developer in payments-dev" }).click());
  const recent = page.getByRole("region", { name: "Recent" });
  const again = recent.getByRole("button", { name: /^Open again: Developer.*payments-dev.*eu-central-1, 2 h/ });
  await expect(async () => {
    await page.reload();
    await expect(again).toBeVisible({ timeout: 1000 });
  }).toPass();
  // The console of before would be in the way.
  await page.context().clearCookies({ name: "sandbox-console" });
  await forgetRequests();
  const tab = await openTab(() => again.click());
  await expect(tab.getByTestId("region")).toContainText("eu-central-1");
  const requests = await listRequests();
  expect(requests.find(({ action }) => action.startsWith("AssumeRole"))).toMatchObject({
    status: 200,
    parameters: { DurationSeconds: "7200" },
  });
  const signin = requests.find(({ action }) => action === "getSigninToken");
  expect(signin).toMatchObject({ parameters: { SessionDuration: "7200" } });
  // As a favourite it has its place above: it is not offered twice.
  await star(page, DEVELOPER).click();
  await expect(again).toHaveCount(0);
  await expect(consoleNames(page)).toHaveText([/Developer in payments-dev/]);
});

test("a star that is not kept goes out again, and the reason stands beside it", async ({ page }) => {
  await page.route("**/api/preferences/role", (route) => route.abort());
  await star(page, DEVELOPER).click();
  await expect(page.getByText("The portal did not answer. This was not kept.")).toBeVisible();
  await expect(star(page, DEVELOPER)).toHaveAttribute("aria-pressed", "false");
  await expect(favourites(page)).toHaveCount(0);
  await page.unroute("**/api/preferences/role");
  await star(page, DEVELOPER).click();
  await expect(page.getByText("The portal did not answer. This was not kept.")).toHaveCount(0);
  await expect(consoleNames(page)).toHaveCount(1);
});
