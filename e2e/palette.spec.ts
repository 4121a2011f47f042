import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { ADDRESSES } from "./portal/addresses";
import { forgetRequests, listRequests } from "./portal/recorded-requests";
import { signIn } from "./portal/sign-in";

const palette = (page: Page) => page.getByRole("dialog", { name: "Search and commands" });
const selected = (page: Page) => palette(page).getByRole("option", { selected: true });

const openPalette = async (page: Page) => {
  await page.keyboard.press("Control+k");
  await expect(palette(page).getByRole("combobox")).toBeFocused();
  // The roles are asked for when it opens.
  await expect(palette(page).getByRole("status")).not.toHaveText("Your roles are loading");
};

const VIEWS = [
  ["s3", "light", 1440],
  ["s3", "dark", 1440],
  ["", "dark", 390],
  ["", "light", 390],
  ["zzzz", "light", 1440],
] as const;

/** The tab that a key opens. */
const tabOf = async (page: Page, key: string) => {
  const [tab] = await Promise.all([page.context().waitForEvent("page"), page.keyboard.press(key)]);
  await tab.waitForLoadState();
  return tab;
};

test("by keyboard alone: a role, its service, the Region, and the console is there", async ({ page }) => {
  await signIn(page, "corp", "developer");
  await page.goto("/activity");
  await openPalette(page);
  await page.keyboard.type("payments-dev devel");
  await expect(selected(page)).toContainText("Developer");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type("service");
  await page.keyboard.press("Enter");
  await expect(palette(page).getByRole("list", { name: "Chosen so far" })).toContainText("payments-dev / Developer");
  await page.keyboard.type("ec2 inst");
  await expect(selected(page)).toHaveText("EC2 › Instances");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type("stockholm");
  await expect(selected(page)).toContainText("eu-north-1");
  const tab = await tabOf(page, "Enter");
  await expect(tab.getByTestId("role")).toContainText(":role/Developer");
  await expect(tab.getByTestId("account")).toContainText("payments-dev");
  await expect(tab).toHaveURL(`${ADDRESSES.awsUrl}/console/ec2/home?region=eu-north-1#Instances:`);
  await expect(palette(page)).toHaveCount(0);
});

test("a service first, then the role; and back again with what was typed", async ({ page }) => {
  await signIn(page, "corp", "developer");
  await openPalette(page);
  await page.keyboard.type("cfn");
  await palette(page).getByRole("option", { name: "CloudFormation", exact: true }).click();
  await page.keyboard.press("Backspace");
  await expect(palette(page).getByRole("combobox")).toHaveValue("cfn");
  await palette(page).getByRole("option", { name: "CloudFormation › Stacks", exact: true }).click();
  await page.keyboard.type("readonly payments-prod");
  const tab = await tabOf(page, "Enter");
  await expect(tab.getByTestId("role")).toContainText(":role/ReadOnly");
  await expect(tab).toHaveURL(/\/console\/cloudformation\/home\?region=eu-west-1#\/stacks$/);
});

test("Control and Enter gets credentials in place, and the focus comes back to the header", async ({ page }) => {
  await signIn(page, "corp", "developer");
  await page.goto("/activity");
  await openPalette(page);
  await page.keyboard.type("developer payments-dev");
  await expect(selected(page)).toContainText("payments-dev");
  await page.keyboard.press("Control+Enter");
  const dialog = page.getByRole("dialog", { name: "Developer" });
  await expect(dialog.getByText(/^Expires in/)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Search", exact: true })).toBeFocused();
});

test("a role that asks for a ticket goes to the page that asks, and AWS hears nothing before", async ({ page }) => {
  await signIn(page, "corp", "developer");
  await forgetRequests();
  await openPalette(page);
  await page.keyboard.type("incident payments-prod");
  await expect(selected(page)).toContainText("Incident");
  const tab = await tabOf(page, "Enter");
  await expect(tab.getByLabel("Ticket")).toBeVisible();
  expect((await listRequests()).filter(({ action }) => action.startsWith("AssumeRole"))).toEqual([]);
});

test("pages, theme and sign-out are a few keys away; Escape gives the focus back", async ({ page }) => {
  await signIn(page, "corp", "developer");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await palette(page).getByRole("combobox").fill("theme");
  await palette(page).getByRole("option", { name: "Theme…" }).click();
  await page.keyboard.type("dark");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await openPalette(page);
  await page.keyboard.press("Escape");
  await expect(palette(page)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Search", exact: true })).toBeFocused();
  await openPalette(page);
  await page.keyboard.type("activity");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Activity" })).toBeVisible();
  await openPalette(page);
  await page.keyboard.type("sign out");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("roles that cannot be loaded are asked for again; pages are there all the while", async ({ page }) => {
  await signIn(page, "corp", "developer");
  let isDown = true;
  await page.route("**/api/roles", (route) => (isDown ? route.abort() : route.continue()));
  await page.keyboard.press("Control+k");
  await expect(palette(page).getByRole("alert")).toContainText("the portal did not answer");
  await expect(palette(page).getByRole("option", { name: "Activity" })).toBeVisible();
  isDown = false;
  await palette(page).getByRole("button", { name: "Try again" }).click();
  await palette(page).getByRole("combobox").fill("payments-dev developer");
  await expect(selected(page)).toContainText("Developer");
});

test("axe finds nothing in the palette, in either theme, at a desk or on a phone", async ({ page }) => {
  test.slow();
  await page.emulateMedia({ reducedMotion: "reduce" });
  await signIn(page, "corp", "admin");
  await openPalette(page);
  for (const [query, colorScheme, width] of VIEWS) {
    await palette(page).getByRole("combobox").fill(query);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 844 });
    await expect(async () => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.failureSummary} ${nodes[0]?.html}`)).toEqual([]);
    }).toPass({ timeout: 30_000 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  }
});
