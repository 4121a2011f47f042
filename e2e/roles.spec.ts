import { expect, type Page, test } from "@playwright/test";
import { ADDRESSES } from "./portal/addresses";
import { signIn } from "./portal/sign-in";

const field = (page: Page) => page.getByRole("searchbox", { name: "Search your roles" });
const row = (page: Page, name: string) => page.getByRole("button", { name: `Credentials for ${name}`, exact: true });
const list = (page: Page) => page.getByRole("list", { name: "Roles" });
const credentials = (page: Page) => list(page).getByRole("button", { name: /^Credentials/ });

/** The page as this person left it is not what a test begins with. */
async function keepView(page: Page, view: object): Promise<void> {
  const headers = { origin: ADDRESSES.portalUrl };
  const response = await page.request.put("/api/preferences/view", { headers, data: view });
  expect(response.status()).toBe(204);
}

const FRESH = { grouping: "account", collapsed: [], welcomed: true };

async function begin(page: Page, view: object = FRESH): Promise<void> {
  await signIn(page, "corp", "developer");
  await keepView(page, view);
  await page.reload();
}

async function openedBy(page: Page, press: () => Promise<void>): Promise<string | null> {
  const [tab] = await Promise.all([page.context().waitForEvent("page"), press()]);
  const role = await tab.getByTestId("role").textContent();
  await tab.close();
  return role;
}

test("by keyboard alone: type, open the first role's console, go down, open another, get credentials", async ({
  page,
}) => {
  await begin(page);
  await expect(field(page)).toBeFocused();
  await page.keyboard.type("paymnets-dev");
  await expect(row(page, "Developer in payments-dev")).toBeVisible();
  await expect(row(page, "Developer in payments-prod")).toHaveCount(0);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("staging deployer");
  await expect(credentials(page)).toHaveCount(1);
  await expect(page.locator("mark").first()).toBeVisible();
  expect(await openedBy(page, () => page.keyboard.press("Enter"))).toContain(":role/Deployer");
  await page.keyboard.press("Escape");
  await expect(field(page)).toHaveValue("");
  await page.keyboard.type("prod developer");
  await page.keyboard.press("ArrowDown");
  const console = page.getByRole("button", { name: "Console as Developer in payments-prod, opens in a new tab" });
  await expect(console).toBeFocused();
  // The console that is open already has to be left first, says AWS in the new tab.
  const [tab] = await Promise.all([page.context().waitForEvent("page"), page.keyboard.press("Enter")]);
  await expect(tab.getByText(/log out/i).first()).toBeVisible();
  await tab.close();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("dialog").getByText(/^Expires in/)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(row(page, "Developer in payments-prod")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(field(page)).toBeFocused();
});

test("the list is filtered, closed and laid out by mouse, and is as it was after loading it again", async ({
  page,
}) => {
  await begin(page);
  const accounts: { roles: { via: string }[] }[] = await (await page.request.get("/api/roles")).json();
  const all = accounts.flatMap(({ roles }) => roles).filter(({ via }) => via !== "session-token").length;
  await expect(credentials(page)).toHaveCount(all);
  await page.getByRole("button", { name: /^sandbox/ }).click();
  await expect(list(page).getByRole("heading", { level: 2 })).toHaveText(["ml-sandbox"]);
  await expect(page.getByRole("status").filter({ hasText: "in 1 account" })).toHaveCount(1);
  const filter = page.getByRole("combobox", { name: "Filter by label or path" });
  const payments = filter.locator("optgroup[label=team] option").filter({ hasText: /^payments/ });
  await filter.selectOption((await payments.getAttribute("value")) ?? "");
  await expect(page.getByText("The filters leave none of your roles.")).toBeVisible();
  await page.getByRole("button", { name: /^sandbox/ }).click();
  await expect(list(page).getByRole("heading", { level: 2, name: "payments-prod" })).toBeVisible();
  await page.getByRole("button", { name: "Remove the filter team: payments" }).click();
  await expect(credentials(page)).toHaveCount(all);
  await page.getByRole("button", { name: "payments-prod", exact: true }).click();
  await expect(row(page, "Developer in payments-prod")).toHaveCount(0);
  await expect.poll(async () => (await page.request.get("/")).text()).toContain('aria-expanded="false"');
  await page.reload();
  await expect(row(page, "Developer in payments-prod")).toHaveCount(0);
  await page.getByRole("button", { name: "Open all" }).click();
  await page.getByRole("button", { name: "Flat" }).click();
  await expect(credentials(page)).toHaveCount(all);
  await expect(
    list(page)
      .getByRole("heading", { level: 2, name: /^Developer/ })
      .first(),
  ).toBeVisible();
});

test("the first visit explains the page, the second does not, whether the words were put away or not", async ({
  page,
}) => {
  await begin(page, { ...FRESH, welcomed: false });
  const words = page.getByRole("complementary", { name: "How this page works" });
  await expect(words).toContainText("Credentials gives you short-lived keys");
  await expect.poll(async () => (await page.request.get("/")).text()).not.toContain('aria-label="How this page works"');
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(words).toHaveCount(0);
});

const HOSTILE = ["\u202eprod", "مرحبا", "🔥👩‍💻", ".*(", "-prod", "</script><script>alert(1)</script>", "\\", '"'];

test("no search breaks the page, and a pasted page of text is cut and said to be", async ({ page }) => {
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("dialog", (dialog) => problems.push(dialog.message()));
  await begin(page);
  for (const text of HOSTILE) {
    await field(page).fill(text);
    await expect(credentials(page).or(page.getByText("No role matches")).first()).toBeVisible();
  }
  await field(page).fill("x".repeat(5000));
  await expect(page.getByRole("alert").filter({ hasText: "first 200 characters" })).toBeVisible();
  await expect(page.getByText("No role matches").first()).toBeVisible();
  await page.getByRole("button", { name: "Clear the search" }).click();
  await expect(field(page)).toHaveValue("");
  await expect(credentials(page).first()).toBeVisible();
  expect(problems).toEqual([]);
});

test("a role with every character that IAM allows is found, opened and named as it is", async ({ page }) => {
  await begin(page);
  await field(page).fill("odd+=,.@_-9");
  await expect(list(page).getByRole("heading", { level: 3 })).toHaveText(["ci/#1!$/Odd+=,.@_-9"]);
  const open = page.getByRole("button", { name: "Console as ci/#1!$/Odd+=,.@_-9 in build-tools" });
  expect(await openedBy(page, () => open.click())).toContain(":role/ci/#1!$/Odd+=,.@_-9");
});
